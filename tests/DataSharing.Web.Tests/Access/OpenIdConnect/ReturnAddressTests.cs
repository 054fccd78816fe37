using DataSharing.Web.Access;

namespace DataSharing.Web.Tests.Access.OpenIdConnect;

/// <summary>Where the browser goes after signing in or out comes from its address bar, and must stay on this site.</summary>
public sealed class ReturnAddressTests
{
    public static TheoryData<string> Foreign =>
        [
            "https://evil.example.test",
            "http:evil.example.test",
            "//evil.example.test",
            "///evil.example.test",
            "////evil.example.test",
            "/\\evil.example.test",
            "\\/evil.example.test",
            "\\\\evil.example.test",
            "/\\/evil.example.test",
            "/path\\..\\evil",
            "/\t/evil.example.test",
            "/\n/evil.example.test",
            "/\r/evil.example.test",
            "\t//evil.example.test",
            " //evil.example.test",
            "/ /evil.example.test",
            "/\u0000/evil.example.test",
            "/\u007f",
            "/\u0085/evil.example.test",
            "/\u2028",
            "/\u3000/evil",
            "/／evil.example.test",
            "／/evil.example.test",
            "javascript:alert(1)",
            "data:text/html,x",
            "evil.example.test",
            "~/",
            "?x",
            "#x",
            "./x",
            " ",
            "https:/evil.example.test",
            "https:///evil.example.test",
            "@evil.example.test",
            "/path\r\nSet-Cookie: a=b",
            "/" + "é",
        ];

    public static TheoryData<string> Local =>
        [
            "/",
            "/private",
            "/private?a=b&c=%2F%2Fd#e",
            "/a//b",
            "/%2f/evil",
            "/%5Cevil",
            "/@evil",
            "/:8080",
            "/.//x",
            "/a?return=//evil",
            "/%E2%9C%93",
        ];

    [Theory]
    [MemberData(nameof(Foreign))]
    public async Task SignIn_ForeignReturnAddress_EndsOnTheFrontPage(string address)
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();

        using var response = await host.SignInAsync(browser, $"/sign-in?returnUrl={Uri.EscapeDataString(address)}");

        Assert.Equal("/", response.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task SignIn_EmptyReturnAddress_StaysOnThisSite()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();

        using var response = await host.SignInAsync(browser, "/sign-in?returnUrl=");

        Assert.Equal("/sign-in?returnUrl=", response.Headers.Location!.OriginalString);
    }

    [Theory]
    [MemberData(nameof(Local))]
    public async Task SignIn_LocalReturnAddress_EndsThere(string address)
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();

        using var response = await host.SignInAsync(browser, $"/sign-in?returnUrl={Uri.EscapeDataString(address)}");

        Assert.Equal(address, response.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task SignIn_ReturnAddressSetByAnEvent_IsCheckedToo()
    {
        await using var host = await SignInHost.StartAsync(options =>
            options.Events.OnTokenValidated = context =>
            {
                context.Properties!.RedirectUri = "//evil.example.test";
                return Task.CompletedTask;
            }
        );
        using var browser = host.NewBrowser();

        using var response = await host.SignInAsync(browser);

        Assert.Equal("/", response.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task SignOut_EmptyReturnAddress_EndsOnTheFrontPage()
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();
        var state = ScriptedProvider.Query(await browser.RedirectAsync("/sign-out?returnUrl="))["state"];

        Assert.Equal("/", (await browser.RedirectAsync($"/signout-callback-oidc?state={state}")).OriginalString);
    }

    [Theory]
    [MemberData(nameof(Foreign))]
    public async Task SignOut_ForeignReturnAddress_EndsOnTheFrontPage(string address)
    {
        await using var host = await SignInHost.StartAsync();
        using var browser = host.NewBrowser();
        var state = ScriptedProvider.Query(await browser.RedirectAsync($"/sign-out?returnUrl={Uri.EscapeDataString(address)}"))["state"];

        Assert.Equal("/", (await browser.RedirectAsync($"/signout-callback-oidc?state={state}")).OriginalString);
    }

    [Theory]
    [InlineData(2000, true)]
    [InlineData(2001, false)]
    public void IsLocal_Length_IsBounded(int length, bool local) =>
        Assert.Equal(local, LocalAddress.IsLocal("/" + new string('a', length - 1)));

    [Fact]
    public void IsLocal_Null_IsNot() => Assert.False(LocalAddress.IsLocal(null));
}
