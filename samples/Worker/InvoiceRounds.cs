using Hangfire;
using Microsoft.Extensions.Hosting;

namespace Aurum.Samples.Worker;

/// <summary>Queues a job for each customer whose invoice is due. There is no request and no user here: the flags of the round itself are asked without a context.</summary>
internal sealed class InvoiceRounds(IFeatures features, IBackgroundJobClient jobs, RoundReport report, RoundOptions options, IHostApplicationLifetime lifetime) : BackgroundService
{
    private static readonly Invoice[] Due =
    [
        new("customer-1", TenantPlans.Free, Lines: 3),
        new("customer-2", TenantPlans.Premium, Lines: 250),
        new("customer-3", TenantPlans.Enterprise, Lines: 12),
        new("customer-4", TenantPlans.Premium, Lines: 7),
    ];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(TimeSpan.FromSeconds(10));
        do
        {
            await RunRoundAsync(stoppingToken);
        }
        while (!options.IsOnce && await timer.WaitForNextTickAsync(stoppingToken));

        lifetime.StopApplication();
    }

    private async Task RunRoundAsync(CancellationToken cancellationToken)
    {
        if (!features.Invoices.Send.IsEnabled())
        {
            Console.WriteLine("No invoices: invoices.send is off.");
            return;
        }

        Invoice[] batch = [.. Due.Take(features.Invoices.BatchSize.GetValue())];
        foreach (Invoice invoice in batch)
        {
            jobs.Enqueue<InvoiceJob>(job => job.Send(invoice.Customer, invoice.Plan, invoice.Lines));
        }

        foreach (Invoice _ in batch)
        {
            Console.WriteLine(await report.NextAsync(cancellationToken));
        }

        Console.WriteLine($"Round done: {batch.Length} invoices.");
    }
}
