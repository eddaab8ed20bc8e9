import { createMailServer } from './server.js';

const { server, reload } = createMailServer({
  key: process.env.TLS_KEY ?? 'certs/mail.key',
  chain: process.env.TLS_CHAIN ?? 'certs/mail-chain.pem',
});
// #region reload
process.on('SIGHUP', () => {
  try {
    reload();
    console.log('certificate reloaded');
  } catch (error) {
    console.error('certificate not reloaded:', error.message);
  }
});
// #endregion reload
server.listen(process.env.PORT ?? 8443, () => {
  const { port } = server.address();
  console.log(`https on ${port}, process ${process.pid}`);
});
