using System.Globalization;
using DataSharing.Documents;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DataSharing.Web.TagHelpers;

/// <summary>
/// A time or a day in words for people, and in <c>datetime</c> for machines. No view writes one otherwise: <c>&lt;time at="@x"&gt;</c> is
/// "1 September 2026 at 2:30pm UK time".
/// </summary>
[HtmlTargetElement("time", Attributes = "at")]
[HtmlTargetElement("time", Attributes = "clock-of")]
[HtmlTargetElement("time", Attributes = "day-of")]
[HtmlTargetElement("time", Attributes = "day")]
public sealed class TimeTagHelper : TagHelper
{
    public DateTimeOffset? At { get; set; }

    /// <summary>The time alone, where its day is said beside it.</summary>
    public DateTimeOffset? ClockOf { get; set; }

    /// <summary>The day alone, where its time does not matter.</summary>
    public DateTimeOffset? DayOf { get; set; }

    public DateOnly? Day { get; set; }

    /// <summary>With the day of the week.</summary>
    public bool Weekday { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        var (machines, people) = (At ?? ClockOf) is { } at
            ? (
                at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                At is null ? Words.Clock(at) : Words.Time(at)
            )
            : OfDay(Day ?? DayOf!.Value.UkDay());
        output.Attributes.SetAttribute("datetime", machines);
        output.Content.SetContent(people);
    }

    private (string, string) OfDay(DateOnly day) =>
        (day.ToString("O", CultureInfo.InvariantCulture), Weekday ? Words.Weekday(day) : Words.Date(day));
}
