def log = new File(basedir, 'build.log').readLines()

assert log.any { it.contains('toolsmith: shop has 2 tools (files: 10 created') }
assert log.any { it.contains('toolsmith: shop.yaml is unchanged') }
assert log.any { it.contains('shop_list_orders is gone (GET /orders)') }
assert new File(basedir, 'specs/shop.yaml').bytes == new File(basedir, 'removed.yaml').bytes
def lock = new groovy.json.JsonSlurper().parse(new File(basedir, 'specs/specs.lock'))
assert lock.toString().contains(java.security.MessageDigest.getInstance('SHA-256').digest(new File(basedir, 'removed.yaml').bytes).encodeHex().toString())
return true
