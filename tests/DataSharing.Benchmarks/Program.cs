// What the product promises to do in time, measured: the rules by themselves, or a whole night's round over many agreements in force.
using System.Globalization;
using DataSharing.Benchmarks;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

switch (args)
{
    case ["rechecks", .. var number]:
        await Rechecks.MeasureAsync(number is [var text] ? int.Parse(text, CultureInfo.InvariantCulture) : 100_000);
        break;
    default:
        Rules.Measure();
        break;
}
