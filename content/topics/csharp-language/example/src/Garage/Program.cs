using System.Globalization;
using Garage;

// For a program whose output other programs read.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// #region main
if (args is not [var path])
{
    Console.Error.WriteLine("Usage: dotnet run --project src/Garage <file>");
    return 2;
}

List<Line> lines;
try
{
    using var reader = File.OpenText(path);
    lines = StayFile.Read(reader).ToList();
}
catch (Exception error) when (error is IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"Can't read {path}: {error.Message}");
    return 1;
}
// #endregion main

var stays = lines.OfType<GoodLine>().Select(line => line.Stay).ToList();
var report = Report.Of(stays, new Tariff(PerHour: 2.50m, PerDay: 18m), TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));

foreach (var (day, cars, fees) in report.Days) Console.WriteLine($"{day:yyyy-MM-dd}  {cars,3} cars  {fees,8:0.00}");
if (report.Longest is { } longest) Console.WriteLine($"Longest: {longest.Plate}, {longest.Length.TotalHours:0.0} hours");

foreach (var (number, problem) in lines.OfType<BadLine>()) Console.Error.WriteLine($"Line {number}: {problem}");
return lines.OfType<BadLine>().Any() ? 1 : 0;
