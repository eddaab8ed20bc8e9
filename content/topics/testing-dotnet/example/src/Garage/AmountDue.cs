namespace Garage;

public sealed record AmountDue(decimal Due);
