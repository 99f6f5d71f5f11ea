def told = new File(basedir, 'build.log').readLines().findAll { it.contains('toolsmith: ') }*.replaceFirst(/^\[INFO\] /, '')

assert told == [
    'toolsmith: shop has 2 tools (files: 10 created, 0 changed, 0 unchanged, 0 deleted)',
    'toolsmith: shop is up to date (2 tools)',
    'toolsmith: shop has 2 tools (files: 0 created, 4 changed, 6 unchanged, 0 deleted)',
    'toolsmith: shop has 1 tool (files: 0 created, 6 changed, 2 unchanged, 2 deleted)',
]

def sources = new File(basedir, 'target/generated-sources/toolsmith/com/example/shop')
assert sources.list().sort() == ['ShopListCarts.java', 'ShopTools.java']
assert new File(basedir, 'target/classes/META-INF/toolsmith/shop/manifest.json').text.contains('"app":"shop"')
assert !new File(basedir, 'target/classes/.toolsmith-shop.files').exists()
assert new File(basedir, 'target/toolsmith/shop-tools.html').exists()
return true
