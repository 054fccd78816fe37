namespace DataSharing.Domain.People;

/// <summary>Somebody who has signed in. The pair (issuer, subject) is the person; name and e-mail only describe them.</summary>
public sealed class Person : AggregateRoot
{
    public const int NameMaxLength = 200;

    private Person() { } // for EF Core

    public required PersonId Id { get; init; }
    public required string Issuer { get; init; }
    public required string Subject { get; init; }
    public string Name { get; private set; } = "";

    public static Person FirstSeen(string issuer, string subject, string? name, DateTimeOffset now)
    {
        var person = new Person
        {
            Id = PersonId.New(),
            Issuer = issuer,
            Subject = subject,
            Name = Presentable(name, subject),
        };
        person.Raise(new PersonFirstSeen(person.Id, issuer, subject, new Act(person.Id, null, null), now));
        return person;
    }

    /// <summary>Takes over the name that the provider knows now. It comes with the person's own sign-in.</summary>
    public void Rename(string? name, Act act, DateTimeOffset now)
    {
        if (act.Person != Id)
        {
            throw new DomainRuleException("People are renamed by their own sign-in.");
        }

        var presentable = Presentable(name, Subject);
        if (presentable != Name)
        {
            Raise(new PersonRenamed(Id, Name, presentable, act, now));
            Name = presentable;
        }
    }

    private static string Presentable(string? name, string subject)
    {
        var text = string.IsNullOrWhiteSpace(name) ? subject : name.Trim().Normalize();
        return text.Length <= NameMaxLength ? text : text[..NameMaxLength];
    }
}
