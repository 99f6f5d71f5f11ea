import groovy.json.JsonSlurper

def kinds(File file) {
    return new JsonSlurper().parse(file).changes.collect { [it.level, it.kind, it.tool] }
}

def expected = [
    ['breaking', 'argument-newly-required', 'shop_list_carts'],
    ['safe', 'tool-added', 'shop_list_returns'],
    ['text-only', 'text-changed', 'shop_list_carts'],
]
def made = new File(basedir, 'made')
assert kinds(new File(made, 'changes.json')) == expected
assert kinds(new File(basedir, 'of-tools.json')) == expected
assert new File(made, 'level.txt').text == 'breaking\n'
assert new File(basedir, 'none.txt').text == 'none\n'
def text = new File(made, 'changes.txt').text
assert text.startsWith('shop, from Shop 1 to Shop 2: 3 changes: 1 breaking, 0 risky, 1 safe, 1 text-only\n')
assert text.contains('  shop_list_carts: 1 text\n')
assert new File(made, 'changes.md').text.contains('## Breaking (1)')
assert new File(made, 'changes.html').text.startsWith('<!doctype html>')
assert new File(basedir, 'failed.md').text == new File(made, 'changes.md').text

def log = new File(basedir, 'build.log').readLines()
assert log.count { it.contains('shop, from Shop 1 to Shop 2: 3 changes') } == 4
assert log.count { it == 'shop, from Shop 1 to Shop 1: nothing changed' || it.endsWith('] shop, from Shop 1 to Shop 1: nothing changed') } == 1
assert log.any { it.contains('Gives all carts.') }
assert log.any { it.startsWith('{"formatVersion":1,"app":"shop"') }
assert log.any { it.contains('toolsmith: shop has breaking changes, and failOnLevel is risky') }
assert log.any { it.contains('toolsmith: there is no failOnLevel "bad"; write breaking, risky, safe, text-only or never') }
assert log.any { it.contains('From which level on the build fails') }

def page = new File(basedir, 'target/toolsmith/shop-report.html').text
assert page.contains('id="shop_list_returns"')
assert page =~ /<dt>Size<\/dt><dd>\d+ tokens<\/dd>/
def ofTools = new File(basedir, 'pages/shop.html').text
assert ofTools.contains('id="shop_list_carts"') && !ofTools.contains('shop_list_returns')
return true
