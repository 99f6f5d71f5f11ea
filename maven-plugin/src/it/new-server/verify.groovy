def told = new File(basedir, 'build.log').readLines()
        .findAll { it.startsWith('[INFO] toolsmith: ') || it.startsWith('[WARNING] toolsmith: ') || it.startsWith('[INFO]   ')
                || it.contains('/configuration') || it.startsWith('[ERROR] error ') }
        *.replace(basedir.toString(), 'HERE')

assert told == [
    '[WARNING] toolsmith: left out TRACE /orders: TRACE and CONNECT operations become no tools',
    '[WARNING] toolsmith: specs/corner_shop.overlay.yaml holds what is left out, with the reasons',
    '[INFO] toolsmith: made HERE/corner-shop-mcp-server with 1 tool',
    '[INFO]   cd HERE/corner-shop-mcp-server && mvn package',
    '[INFO]   CORNER_SHOP_API_KEY=... java -jar target/corner-shop-mcp-server.jar http',
    '[ERROR] error folder-not-empty at configuration#/outputDirectory: The folder HERE/corner-shop-mcp-server is there already'
        + ' and is not empty',
    '[ERROR] error no-spec at configuration#/specs: No description is named',
    '[WARNING] toolsmith: left out TRACE /orders: TRACE and CONNECT operations become no tools',
    '[WARNING] toolsmith: specs/pets.overlay.yaml holds what is left out, with the reasons',
    '[INFO] toolsmith: made HERE/elsewhere/pets with 1 tool',
    '[INFO]   cd HERE/elsewhere/pets && mvn package',
    '[INFO]   PETS_API_KEY=... java -jar target/pets-mcp-server.jar http',
]
assert new File(basedir, 'build.log').text.contains(":fetch -Dtoolsmith.url='https://shop.example/openapi.yaml' -Dtoolsmith.spec=openapi.yaml")

def module = new File(basedir, 'corner-shop-mcp-server')
assert new File(module, 'specs/shop.yaml').text == new File(basedir, 'shop.yaml').text
assert new File(module, 'tools.lock').text.contains('"name":"corner_shop_list_carts"')
def version = (new File(basedir, 'build.log').text =~ /:([^:\s]+):new-server/)[0][1]
def pom = new groovy.xml.XmlSlurper().parse(new File(module, 'pom.xml'))
assert pom.properties.'toolsmith.version'.text() == version
assert new File(basedir, 'elsewhere/pets/src/test/java/com/acme/pets/ServerSmokeIT.java').exists()
return true
