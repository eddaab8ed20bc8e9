#:property PublishAot=false
// #region copies
var point = new Point { X = 1 };
var pointCopy = point;
pointCopy.X = 9;

var car = new Car { Plate = "A1" };
var sameCar = car;
sameCar.Plate = "B2";

var stay = new Stay("A1", ["washed"]);
var longer = stay with { Plate = "C3" };
longer.Notes.Add("waxed");

Console.WriteLine($"{point.X} {car.Plate} {stay.Plate} {stay.Notes.Count}");
Console.WriteLine($"{new Stay("A1", []) == new Stay("A1", [])} {new Spot("P2", 4) == new Spot("P2", 4)}");

struct Point { public int X; }
class Car { public required string Plate { get; set; } }
record Stay(string Plate, List<string> Notes);
record Spot(string Level, int Number);
// #endregion copies
