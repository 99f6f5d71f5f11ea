def told = new File(basedir, 'build.log').readLines().findAll { it.contains('toolsmith: ') }*.replaceFirst(/^\[INFO\] /, '')

assert told == [
    'toolsmith: shop has 2 tools (files: 10 created, 0 changed, 0 unchanged, 0 deleted)',
    'toolsmith: bank has 1 tool (files: 8 created, 0 changed, 0 unchanged, 0 deleted)',
    'toolsmith: shop is up to date (2 tools)',
    'toolsmith: bank is up to date (1 tool)',
]
assert new File(basedir, 'target/classes/META-INF/toolsmith').list().sort() == ['bank', 'shop']
assert new File(basedir, 'target/classes').list().toList() == ['META-INF']
return true
