export async function sendMail(to) {
  console.log(`a real mail to ${to}`);
}
