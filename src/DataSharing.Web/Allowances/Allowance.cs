namespace DataSharing.Web.Allowances;

/// <summary>What is counted.</summary>
public enum Deed
{
    Request,
    SignIn,
    Form,
    Comment,
    Draft,
    Invitation,
    Upload,
    Import,
}

/// <summary>Whose it is.</summary>
public enum Holder
{
    Address,
    Person,
    Organisation,
}

/// <summary>So many of something, by one holder, within a time that begins with the first.</summary>
/// <param name="Because">Why there is a limit, for whoever runs the portal.</param>
public sealed record Allowance(Deed Deed, Holder Holder, int AtMost, TimeSpan Within, string Because)
{
    /// <summary>
    /// All of them. An operator sets others: <c>Allowances:Comment:Person:AtMost</c>, <c>Allowances:Comment:Person:Within</c>.
    /// What guards the database and what others see is counted there, for all instances together; what guards an instance is counted in it.
    /// </summary>
    private static readonly Allowance[] Delivered =
    [
        new(Deed.Request, Holder.Address, 3000, TimeSpan.FromMinutes(1), "An office may share one address; a machine asks faster than it."),
        new(Deed.SignIn, Holder.Address, 300, TimeSpan.FromMinutes(5), "Each begins a session, and asks the identity provider."),
        new(Deed.Form, Holder.Person, 240, TimeSpan.FromMinutes(1), "Nobody presses faster. A script would hold locks."),
        new(Deed.Comment, Holder.Person, 120, TimeSpan.FromHours(1), "Every partner is shown each of them."),
        new(Deed.Comment, Holder.Organisation, 1000, TimeSpan.FromHours(1), "As above, with many accounts."),
        new(Deed.Draft, Holder.Person, 60, TimeSpan.FromHours(1), "Each uses up a number and is kept for ever."),
        new(Deed.Draft, Holder.Organisation, 500, TimeSpan.FromDays(1), "As above, with many accounts."),
        new(Deed.Invitation, Holder.Person, 100, TimeSpan.FromDays(1), "Each is a link that opens an organisation."),
        new(Deed.Invitation, Holder.Organisation, 500, TimeSpan.FromDays(1), "As above, with many accounts."),
        new(Deed.Upload, Holder.Person, 100, TimeSpan.FromHours(1), "Each file is kept for as long as its agreement."),
        new(Deed.Upload, Holder.Organisation, 1000, TimeSpan.FromDays(1), "The database holds them, and its backups."),
        new(Deed.Import, Holder.Person, 60, TimeSpan.FromHours(1), "A file is read whole and judged by every rule."),
        new(Deed.Import, Holder.Organisation, 500, TimeSpan.FromDays(1), "As above, with many accounts."),
    ];

    public static IReadOnlyList<Allowance> From(IConfiguration configuration) =>
        [
            .. Delivered.Select(allowance =>
            {
                var set = configuration.GetSection($"Allowances:{allowance.Deed}:{allowance.Holder}");
                return allowance with
                {
                    AtMost = set.GetValue(nameof(AtMost), allowance.AtMost),
                    Within = set.GetValue(nameof(Within), allowance.Within),
                };
            }),
        ];
}

/// <summary>A form of this page counts as this, for the person and for the organisation that they act for.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CountsAttribute(Deed deed) : Attribute
{
    public Deed Deed { get; } = deed;
}
