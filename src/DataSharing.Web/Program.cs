using System.Globalization;
using DataSharing.Persistence;
using DataSharing.Web;
using DataSharing.Web.Access;
using DataSharing.Web.Api;
using DataSharing.Web.Http;
using DataSharing.Web.Jobs;
using DataSharing.Web.Operations;
using DataSharing.Web.Validation;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("en-GB");

var builder = WebApplication.CreateBuilder(args);

if (Verb.Named(args) is { } verb)
{
    return await verb.RunAsync(builder.Configuration, args[1..]);
}

if (PortalSettings.Missing(builder.Configuration, builder.Environment.IsProduction()) is { } missing)
{
    await Console.Error.WriteLineAsync(missing);
    return 1;
}

var settings = PortalSettings.From(builder.Configuration);

if (settings.Unusable() is { } unusable)
{
    await Console.Error.WriteLineAsync(unusable);
    return 1;
}

builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
builder.AddPortalLogging();
builder.AddTelemetry();
builder.Services.AddSingleton(settings);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddPersistence(settings.ConnectionString);
builder.Services.AddPortalDataProtection(settings);
builder.Services.AddPortalAuthentication(settings);
builder.Services.AddPortalAuthorization();
builder.Services.AddPortalPages(settings);
builder.Services.AddAllowances(builder.Configuration);
builder.Services.AddValidators();
builder.Services.AddHealth();
builder.Services.AddSingleton(new TimerInterval(settings.TimerInterval));
builder.Services.AddHostedService<AgreementTimer>();
builder.Services.AddHostedService<RecheckWorker>();

if (settings.ExitWithStandardInput)
{
    builder.Services.AddHostedService<ParentWatch>();
}

var app = builder.Build();

app.UseForwardedHeaders();
app.UseRequestLog();
app.UseSecurityHeaders(settings);
app.UseProblemAnswers();
app.UseErrorPages();
app.UseAllowedMethods();
app.UseLargestRequest();
app.UseStyles();
app.UseRouting();
app.UseAskedRoute();
app.UseRateLimiter();
app.UseAuthentication();
app.UseAuthorization();
app.MapRazorPages();
app.MapSchemas();
app.MapHealth();
app.MapBackChannelLogout();

await app.RunAsync();
return 0;
