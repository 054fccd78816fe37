using DataSharing.Domain.Organisations;

namespace DataSharing.Domain.Tests.Organisations;

public sealed class OrganisationPermissionsTests
{
    // What each role may do: in its own organisation, in any, in one that nobody administers, in one
    // without a second administrator, or not at all. Drawn by hand, not from the code.
    private const string Drawing = """
                               View  Register  Describe  SeePeople  ManagePeople  InviteFirstAdministrator  ManageAuditScope  KeepEvidence   ConfirmRole
        IgOfficer              any   -         -         own        -             -                         -                 own            -
        IgLead                 any   -         -         own        -             -                         -                 own            -
        PartnerContributor     any   -         -         own        -             -                         -                 -              -
        Requester              any   -         -         own        -             -                         -                 -              -
        DataProtectionOfficer  any   -         -         own        -             -                         -                 -              -
        CaldicottGuardian      any   -         -         own        -             -                         -                 -              -
        InformationAssetOwner  any   -         -         own        -             -                         -                 -              -
        Siro                   any   -         -         own        -             -                         -                 -              -
        LegalAdviser           any   -         -         own        -             -                         -                 -              -
        InformationSecurity    any   -         -         own        -             -                         -                 -              -
        EthicsAdviser          any   -         -         own        -             -                         -                 -              -
        PanelMember            any   -         -         own        -             -                         -                 -              -
        ToolOwner              any   -         -         own        -             -                         -                 -              -
        AuthorisedSignatory    any   -         -         own        -             -                         -                 -              -
        RegisterPublisher      any   -         -         own        -             -                         -                 -              -
        Auditor                any   -         -         own        -             -                         -                 -              -
        OrganisationAdmin      any   -         own       own        own           -                         own               own            own
        SystemAdmin            any   any       orphaned  any        -             orphaned                  -                 -              seconds
        """;

    private static readonly string[][] Cells =
    [
        .. Drawing.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
    ];

    public static TheoryData<Role, OrganisationAction, string> Table
    {
        get
        {
            var table = new TheoryData<Role, OrganisationAction, string>();
            foreach (var row in Cells[1..])
            {
                foreach (var (action, cell) in Cells[0].Zip(row[1..]))
                {
                    table.Add(Enum.Parse<Role>(row[0]), Enum.Parse<OrganisationAction>(action), cell);
                }
            }

            return table;
        }
    }

    [Fact]
    public void The_drawing_has_every_role_and_every_action()
    {
        Assert.Equal(Enum.GetNames<Role>().Order(), Cells[1..].Select(row => row[0]).Order());
        Assert.Equal(Enum.GetNames<OrganisationAction>().Order(), Cells[0].Order());
        Assert.All(Cells[1..], row => Assert.Equal(Cells[0].Length, row.Length - 1));
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void May_AsDrawn(Role role, OrganisationAction action, string drawn)
    {
        var actor = new Actor(PersonId.New(), OrganisationId.New(), new HashSet<Role> { role });

        Assert.Equal(drawn is "own" or "any", actor.May(action, actor.Organisation));
        Assert.Equal(drawn is "any", actor.May(action, OrganisationId.New()));

        var orphaned = OrganisationId.New();
        actor = actor with { StandsInFor = orphaned };
        Assert.Equal(drawn is "any" or "orphaned", actor.May(action, orphaned));
        Assert.Equal(drawn is "any" or "seconds", (actor with { SecondsFor = orphaned, StandsInFor = null }).May(action, orphaned));
        Assert.Equal(drawn is "any", actor.May(action, OrganisationId.New()));
    }

    [Fact]
    public void May_AuditScope_GivesNothingHere()
    {
        var audited = OrganisationId.New();
        var auditor = new Actor(PersonId.New(), OrganisationId.New(), new HashSet<Role> { Role.Auditor })
        {
            AuditScope = new HashSet<OrganisationId> { audited },
        };

        Assert.False(auditor.May(OrganisationAction.SeePeople, audited));
    }
}
