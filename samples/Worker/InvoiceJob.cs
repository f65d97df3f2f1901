using Aurum.FlagGen;
using Hangfire;

namespace Aurum.Samples.Worker;

/// <summary>Sends one invoice. The context is made from the job's arguments, which is all that a job has; it is the ambient one while the job runs, so that what the job calls asks the flags without being handed anything.</summary>
internal sealed class InvoiceJob(IFeatures features, RoundReport report)
{
    [AutomaticRetry(Attempts = 0)]
    public void Send(string customer, string plan, int lines)
    {
        using FlagContextScope scope = FlagContext.Use(new FeatureContext { UserId = customer, TenantPlan = plan, InvoiceLines = lines });
        report.Add($"Invoice of {customer}: {Render()}{Thank()}");
    }

    private string Render() => features.Invoices.Layout.Match(
        context: null,
        classic: "as ever",
        compact: "on one page",
        itemised: "with every item");

    private string Thank() => features.Invoices.Thanks.IsEnabled() ? ", with thanks" : "";
}
