import {
  createMcpExpressApp,
  getOAuthProtectedResourceMetadataUrl,
  mcpAuthMetadataRouter,
  requireBearerAuth,
} from '@modelcontextprotocol/express';
import { toNodeHandler } from '@modelcontextprotocol/node';
import { api } from './api.js';
import { auditLog } from './audit.js';
import { mcpHandler } from './mcp.js';
import { orderService } from './orders.js';
import { tokenVerifier } from './tokens.js';

export function createApp({
  db,
  keys,
  issuer,
  site,
  orders = orderService(db),
  log = console.error,
  limits,
}) {
  const verifierFor = (audience) => tokenVerifier({ keys, issuer, audience });
  const hosts = [new URL(site).hostname, '127.0.0.1'];
  const app = createMcpExpressApp({
    allowedHosts: hosts,
    allowedOrigins: hosts,
  });
  app.use('/api', api({ orders, db, verifier: verifierFor(`${site}/api`) }));

  // #region mount
  const mcpUrl = new URL('/mcp', site);
  const audit = auditLog(db, log);
  const node = toNodeHandler(mcpHandler({ orders, audit, log, site, limits }));
  app.all(
    '/mcp',
    requireBearerAuth({
      verifier: verifierFor(mcpUrl.href),
      requiredScopes: ['orders:read'],
      resourceMetadataUrl: getOAuthProtectedResourceMetadataUrl(mcpUrl),
    }),
    audit.middleware,
    (request, response) => void node(request, response, request.body),
  );
  // #endregion mount

  app.use(
    mcpAuthMetadataRouter({
      resourceServerUrl: mcpUrl,
      scopesSupported: ['orders:read', 'refunds:request'],
      oauthMetadata: {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        response_types_supported: ['code'],
        code_challenge_methods_supported: ['S256'],
      },
    }),
  );

  app.use((error, _request, response, _next) => {
    const status = error.status ?? 500;
    if (status >= 500) log(error);
    response
      .status(status)
      .send({ error: status >= 500 ? 'internal' : error.type });
  });
  return app;
}
