using DataSharing.Domain.People;

namespace DataSharing.Domain.Tests.People;

public sealed class PersonTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void FirstSeen_TellsWhoTheyAre()
    {
        var person = Person.FirstSeen("https://id.example", "amina", " Amina Khan ", Now);

        Assert.Equal("Amina Khan", person.Name);
        Assert.Equal([new PersonFirstSeen(person.Id, "https://id.example", "amina", new Act(person.Id, null, null), Now)], person.Events);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t")]
    public void FirstSeen_Nameless_IsCalledByTheSubject(string? name) =>
        Assert.Equal("amina", Person.FirstSeen("https://id.example", "amina", name, Now).Name);

    [Fact]
    public void FirstSeen_AbsurdName_IsCut() =>
        Assert.Equal(Person.NameMaxLength, Person.FirstSeen("https://id.example", "amina", new string('a', 5000), Now).Name.Length);

    [Fact]
    public void Rename_OtherName_TellsBeforeAndAfter()
    {
        var person = Person.FirstSeen("https://id.example", "amina", "Amina Khan", Now);
        person.TakeEvents();

        person.Rename("Amina Shah", new Act(person.Id, null, null), Now);
        person.Rename("Amina Shah", new Act(person.Id, null, null), Now);

        Assert.Equal("Amina Shah", person.Name);
        Assert.Equal([new PersonRenamed(person.Id, "Amina Khan", "Amina Shah", new Act(person.Id, null, null), Now)], person.Events);
    }

    [Fact]
    public void Rename_BySomebodyElse_IsRefused()
    {
        var person = Person.FirstSeen("https://id.example", "amina", "Amina Khan", Now);

        foreach (var act in new[] { Act.OfThePortal, new Act(PersonId.New(), null, null) })
        {
            Assert.Throws<DomainRuleException>(() => person.Rename("Amina Shah", act, Now));
        }

        Assert.Equal("Amina Khan", person.Name);
    }
}
