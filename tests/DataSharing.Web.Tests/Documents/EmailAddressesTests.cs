namespace DataSharing.Web.Tests.Documents;

public sealed class EmailAddressesTests
{
    [Theory]
    [InlineData("Head of Operations, data-owner@kirklees.example", "Head of Operations, |data-owner@+kirklees.example")]
    [InlineData("<a.b+c@d-e.example>, or x@y.example.", "<|a.b+c@+d-e.example|>, or |x@+y.example|.")]
    [InlineData("meet @ noon, @home, a@b", "meet @ noon, @home, a@b")]
    [InlineData("", "")]
    public void Pieces_OfAText_KeepAddressesTogether(string text, string pieces) =>
        Assert.Equal(
            pieces,
            string.Join(
                '|',
                EmailAddresses.Pieces(text).Select(piece => piece.Domain is null ? piece.Text : $"{piece.Text}+{piece.Domain}")
            )
        );
}
