using DataSharing.Domain.Content;
using DataSharing.Domain.Tests.Content;

namespace DataSharing.Domain.Tests.Kernel;

public class ValueCollectionTests
{
    [Fact]
    public void ValueList_SameElements_IsEqual()
    {
        ValueList<string> left = ["a", "b"];
        ValueList<string> right = ["a", "b"];

        Assert.Equal((object)left, right);
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
    }

    [Fact]
    public void ValueList_OtherOrder_IsNotEqual() => Assert.False(((ValueList<string>)["a", "b"]).Equals(["b", "a"]));

    [Fact]
    public void ValueSet_OtherOrderAndRepetition_IsEqual()
    {
        ValueSet<string> set = ["b", "a", "b"];

        Assert.True(set.Equals(["a", "b"]));
        Assert.Equal(((ValueSet<string>)["a", "b"]).GetHashCode(), set.GetHashCode());
    }

    [Fact]
    public void ValueSet_Codes_AreSortedByTheirTextAndOrdinally() =>
        Assert.Equal(
            [Vetting.BPSS, Vetting.DBS, Vetting.None, Vetting.SC],
            (ValueSet<Vetting>)[Vetting.None, Vetting.SC, Vetting.DBS, Vetting.BPSS]
        );

    [Fact]
    public void ValueSet_AddAndRemove_KeepItASet()
    {
        ValueSet<string> set = ["b"];

        Assert.Equal(["a", "b"], set.Add("a").Add("b"));
        Assert.Empty(set.Remove("b"));
    }

    [Fact]
    public void AgreementContent_ReadTwice_IsEqual()
    {
        foreach (var name in Sample.Names)
        {
            Assert.Equal(Sample.Load(name).Agreement.Document.Content, Sample.Load(name).Agreement.Document.Content);
        }
    }

    [Fact]
    public void AgreementContent_OneFlagDeepInside_IsNotEqual()
    {
        var content = Sample.Load("7-2").Agreement.Document.Content;
        var flow = content.Flows[0];

        Assert.NotEqual(content, content with { Flows = content.Flows.Replace(flow, flow with { DisclosureLog = false }) });
    }
}
