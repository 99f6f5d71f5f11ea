import com.sun.net.httpserver.HttpServer

// Publishes a description, says twice that it is the same, and then has another one. Ends with Maven's own process.
def publisher = HttpServer.create(new InetSocketAddress(InetAddress.getByName('127.0.0.1'), 0), 0)
def answers = 0
publisher.createContext('/shop.yaml') { exchange ->
    answers++
    def first = answers < 3
    exchange.responseHeaders.set('ETag', first ? '"first"' : '"second"')
    if (exchange.requestHeaders.getFirst('If-None-Match') == (first ? '"first"' : '"second"')) {
        exchange.sendResponseHeaders(304, -1)
    } else {
        def bytes = new File(basedir, first ? 'first.yaml' : 'removed.yaml').bytes
        exchange.sendResponseHeaders(200, bytes.length)
        exchange.responseBody.write(bytes)
    }
    exchange.close()
}
publisher.start()
new File(basedir, 'published.properties').text = "toolsmith.url = http://127.0.0.1:${publisher.address.port}/shop.yaml\n"
return true
