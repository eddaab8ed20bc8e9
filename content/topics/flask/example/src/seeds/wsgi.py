from werkzeug.middleware.proxy_fix import ProxyFix

from . import create_app

app = create_app()
# For exactly one proxy, which sets these headers itself.
app.wsgi_app = ProxyFix(app.wsgi_app, x_for=1, x_proto=1, x_host=1)
