import groovy.json.JsonSlurper

def changes = new JsonSlurper().parse(new File(basedir, 'target/changes.json'))
assert changes.worst == 'breaking'
assert changes.changes.collect { [it.kind, it.tool] } == [
    ['argument-newly-required', 'shop_list_carts'],
    ['tool-added', 'shop_list_returns'],
    ['text-changed', 'shop_list_carts'],
]

def ofJar = new File(basedir, 'target/toolsmith/shop-report.html').text
def ofDescription = new File(basedir, 'target/of-description.html').text
def size = { page, tool -> (page =~ /(?s)<li data-tool="${tool}">.*?<small>(.*?)<\/small>/)[0][1] }
assert ['shop_list_carts', 'shop_list_orders'].every { size(ofJar, it) == size(ofDescription, it) }
assert new File(basedir, 'target/toolsmith/shop-tools.html').exists()
return true
