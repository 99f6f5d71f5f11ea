def log = new File(basedir, 'build.log').readLines()

def error = log.findIndexOf { it == "[ERROR] error duplicate-tool-name at first.yaml#/paths/~1orders/get: GET /orders would be named 'shop_list_carts' as GET /carts is" }
assert error >= 0
assert log[error + 1] == '  Write x-toolsmith-name, or x-toolsmith-resource or x-toolsmith-kind, on one of them.'
assert log.any { it.endsWith('on project broken-description: toolsmith: shop was not generated: 1 error, 0 warnings -> [Help 1]') }
assert !new File(basedir, 'target/generated-sources').exists()
return true
