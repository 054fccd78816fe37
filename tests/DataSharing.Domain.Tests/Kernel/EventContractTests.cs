using System.Text;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Agreements.Comments;
using DataSharing.Domain.Content;
using DataSharing.Domain.People;

namespace DataSharing.Domain.Tests.Kernel;

/// <summary>
/// Events are contracts with everybody who reads the log later. Events/ of the test kit holds one frozen sample of every event and number: a sample is never
/// edited. Whoever changes an event adds an optional member, or a new number with a sample of its own.
/// </summary>
public class EventContractTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Events");

    public static TheoryData<string, int> Contracts
    {
        get
        {
            var all = new TheoryData<string, int>();
            foreach (var (name, number) in EventContracts.All.Keys.Order())
            {
                all.Add(name, number);
            }

            return all;
        }
    }

    [Fact]
    public void Every_contract_has_its_frozen_sample_and_every_sample_its_contract() =>
        Assert.Equal(
            EventContracts.All.Keys.Select(c => $"{c.Name}.{c.Number}.json").Order(StringComparer.Ordinal),
            Directory.GetFiles(Folder).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Contracts))]
    public void A_sample_is_read_as_its_type_and_written_as_the_same_bytes(string name, int number)
    {
        var sample = File.ReadAllBytes(Path.Combine(Folder, $"{name}.{number}.json")).AsSpan().TrimEnd((byte)'\n');

        var @event = EventContracts.Read(name, number, sample);

        Assert.Equal(EventContracts.All[(name, number)], @event.GetType());
        Assert.Equal(Encoding.UTF8.GetString(sample), Encoding.UTF8.GetString(EventContracts.Write(@event)));
    }

    [Theory]
    [MemberData(nameof(Contracts))]
    public void A_member_that_an_older_event_did_not_have_is_no_obstacle(string name, int number)
    {
        var oldest = """{"act":{},"at":"2026-09-01T09:30:00+00:00"}"""u8;

        Assert.NotNull(EventContracts.Read(name, number, oldest));
    }

    [Fact]
    public void Names_say_the_aggregate_and_what_happened() =>
        Assert.All(
            EventContracts.All.Keys,
            contract => Assert.Matches("^(agreement|edition|organisation|person|recheck)\\.[a-z]+(-[a-z]+)*$", contract.Name)
        );

    [Fact]
    public void What_was_written_before_there_were_contracts_is_read_back()
    {
        var person = Guid.Parse("0197f000-0000-7000-8000-000000000001");
        var agreement = Guid.Parse("0197f000-0000-7000-8000-000000000002");
        var row = $$$"""
            {"act":{"organisation":"{{{person}}}","person":"{{{person}}}","reason":"Say more.","role":"IgLead"},"agreementVersion":2,
            "at":"2026-09-01T09:30:00.123456Z","contentHash":"{{{new string('a', 64)}}}","details":{"next":"1.1","sections":["Security"],
            "stage":{"kind":"IgReview","number":1,"organisation":{"value":"{{{person}}}"},"partyId":"KMC","role":"IgLead"}},
            "event":"VersionReturned","subject":"{{{agreement}}}"}
            """;

        var @event = Assert.IsType<VersionReturned>(EventContracts.Read("agreement.version-returned", 0, Encoding.UTF8.GetBytes(row)));

        Assert.Equal(
            (new AgreementId(agreement), 2, "1.1", agreement),
            (@event.Agreement, @event.Version, @event.Next.ToString(), @event.SubjectId)
        );
        Assert.Equal(new Act(new PersonId(person), new OrganisationId(person), Role.IgLead, "Say more."), @event.Act);
        Assert.Equal((StageKind.IgReview, new OrganisationId(person)), (@event.Stage.Kind, @event.Stage.Organisation));
        Assert.Equal([Section.Security], @event.Sections);
        Assert.Equal(new string('a', 64), @event.Hash!.Value.Hex);
    }

    [Fact]
    public void An_old_event_of_an_organisation_is_read_back()
    {
        var id = Guid.Parse("0197f000-0000-7000-8000-000000000003");
        var row = $$$"""
            {"act":{},"at":"2026-09-01T09:30:00Z","details":{"membership":{"value":"{{{id}}}"},"organisation":{"value":"{{{id}}}"},
            "person":{"value":"{{{id}}}"},"role":"Siro"},"event":"RoleGranted","subject":"{{{id}}}"}
            """;

        var @event = Assert.IsType<RoleGranted>(EventContracts.Read("organisation.role-granted", 0, Encoding.UTF8.GetBytes(row)));

        Assert.Equal((Role.Siro, new PersonId(id), id), (@event.Role, @event.Person, @event.SubjectId));
    }

    [Fact]
    public void An_old_event_that_is_one_organisations_own_matter_stays_so()
    {
        var id = Guid.Parse("0197f000-0000-7000-8000-000000000004");
        var row = $$$"""
            {"act":{},"agreementVersion":1,"at":"2026-09-01T09:30:00Z","details":{"comment":{"audience":"OwnOrganisation","id":{"value":"{{{id}}}"},
            "organisation":{"value":"{{{id}}}"},"section":"DataFlows"},"text":"Who?"},"event":"CommentAdded","onlyFor":"{{{id}}}","subject":"{{{id}}}"}
            """;

        var @event = Assert.IsType<CommentAdded>(EventContracts.Read("agreement.comment-added", 0, Encoding.UTF8.GetBytes(row)));

        Assert.Equal(new OrganisationId(id), @event.OnlyFor);
    }
}
