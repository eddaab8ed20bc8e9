export const confirmation = (day) => `Hello,

your bicycle is booked in for ${day}.
We open at 9:00. Please bring your lock and its key.
`;
