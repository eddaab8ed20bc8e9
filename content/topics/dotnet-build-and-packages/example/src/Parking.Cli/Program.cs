using System.Globalization;
using CsvHelper;
using Parking;

var tariff = new Tariff(CentsPerHour: 250, DailyMaximum: 1800);

using var file = new StreamReader(args[0]);
using var csv = new CsvReader(file, CultureInfo.InvariantCulture);
foreach (var ticket in csv.GetRecords<Ticket>())
{
    Console.WriteLine($"{ticket.Plate} {tariff.Price(ticket.Exit - ticket.Entry)}");
}

internal sealed record Ticket(string Plate, DateTime Entry, DateTime Exit);
