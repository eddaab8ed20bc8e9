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
server.listen(8443, () => console.log(`https on 8443, process ${process.pid}`));
