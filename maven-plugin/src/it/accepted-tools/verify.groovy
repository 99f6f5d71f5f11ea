def log = new File(basedir, 'build.log').readLines()
def told = log.findAll { it.contains('toolsmith: ') && !it.contains('Failed to execute') }*.replaceFirst(/^\[\w+\] /, '')

assert told == [
    'toolsmith: shop has 2 tools (files: 10 created, 0 changed, 0 unchanged, 0 deleted)',
    'toolsmith: shop is up to date (2 tools)',
    'toolsmith: shop has 2 tools (files: 0 created, 4 changed, 6 unchanged, 0 deleted)',
    'toolsmith: shop has 1 tool (files: 0 created, 6 changed, 2 unchanged, 2 deleted)',
]
assert log.any { it.contains('listed-tools-changed') && it.contains('shop_list_carts') }
assert log.any { it.contains('unaccepted-change') && it.contains('shop_list_orders is gone (GET /orders)') }
assert log.any { it.contains('unaccepted-change') && it.contains('shop_list_orders is new (GET /orders, reads') }
assert log.count { it.contains('1 change of shop\'s tools is not accepted') } == 2
assert log.any { it.contains('-Dtoolsmith.accept and commit the file') }
assert new File(basedir, 'tools.lock').readLines().findAll { it.contains('"name"') }.size() == 1
return true
