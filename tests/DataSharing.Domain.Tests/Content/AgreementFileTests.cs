using DataSharing.Domain.Content;

namespace DataSharing.Domain.Tests.Content;

public class AgreementFileTests
{
    [Theory]
    [MemberData(nameof(Sample.All), MemberType = typeof(Sample))]
    public void Write_WhatWasBroughtIn_GivesTheSameBytes(string name)
    {
        var sample = Sample.Load(name);

        Assert.Equal(sample.File, sample.Agreement.Write());
    }

    [Theory]
    [MemberData(nameof(Sample.All), MemberType = typeof(Sample))]
    public void Read_Sample_KeepsItsReferenceAndLabel(string name)
    {
        var file = Sample.Load(name).Agreement;

        Assert.Equal($"DSA-2026-0000{name[^1]}", file.Reference);
        Assert.Equal("1.0", file.Version);
    }

    [Fact]
    public void Write_NoReference_LeavesItOut()
    {
        var file = new AgreementFile(null, null, AgreementDocument.Of(new AgreementContent { Title = "A" }));

        var again = AgreementImport.Read(file.Write(), new PermissiveLawCodes()).File!;

        Assert.Null(again.Reference);
        Assert.Null(again.Version);
        Assert.Equal("A", again.Document.Content.Title);
    }
}
