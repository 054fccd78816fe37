using DataSharing.Domain.Content;

namespace DataSharing.Domain.Rules;

/// <summary>An organisation that holds what it knows of people under a statutory bar. A line of the policy: "HMRC GOVUK-SLUG:…".</summary>
public sealed record BarHolder(StatutoryBar Bar, string Organisation)
{
    /// <returns>Null if the line is not written so.</returns>
    public static BarHolder? Read(string line) =>
        line.Split(' ', 2) is [var bar, var organisation]
        && Enum.TryParse<StatutoryBar>(bar, out var found)
        && found is not StatutoryBar.None
        && $"{found}" == bar
            ? new BarHolder(found, organisation)
            : null;
}
