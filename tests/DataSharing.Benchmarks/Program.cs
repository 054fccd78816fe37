// What the product promises to do in time, measured: the rules by themselves, a whole night's round over many agreements in force ("rechecks
// [number]"), or lists, search and My work with many agreements ("lists [number] [folder to keep the database in]").
using System.Globalization;
using DataSharing.Benchmarks;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

switch (args)
{
    case ["rechecks", .. var number]:
        await Rechecks.MeasureAsync(number is [var text] ? int.Parse(text, CultureInfo.InvariantCulture) : 100_000);
        break;
    case ["lists", .. var rest]:
        await Lists.MeasureAsync(rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 100_000, rest.ElementAtOrDefault(1));
        break;
    default:
        Rules.Measure();
        break;
}
