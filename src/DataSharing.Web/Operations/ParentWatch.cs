namespace DataSharing.Web.Operations;

/// <summary>Ends the portal when its standard input closes: whoever started it as a child has gone.</summary>
internal sealed class ParentWatch(IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var input = Console.OpenStandardInput();
        var nothing = new byte[64];
        while (await input.ReadAsync(nothing, stoppingToken) > 0)
        {
            // nobody has anything to tell us
        }

        lifetime.StopApplication();
    }
}
