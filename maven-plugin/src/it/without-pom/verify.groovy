def files(String folder) {
    def root = new File(basedir, folder)
    def found = new TreeMap()
    root.eachFileRecurse(groovy.io.FileType.FILES) { found[root.toPath().relativize(it.toPath()).toString()] = it.bytes.toList() }
    return found
}

def one = files('one')
assert one.keySet().contains('com/example/shop/ShopListCarts.java')
assert one.keySet().contains('META-INF/toolsmith/shop/catalogue.json')
assert one.keySet().contains('shop-tools.md')
assert one == files('two')

def three = files('three').keySet()
assert three.contains('com/example/shop/Main.java')
assert three.contains('com/example/shop/ShopListReturns.java')
assert !new File(basedir, 'target').exists()
return true
