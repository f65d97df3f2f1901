using Hangfire;
using Microsoft.Extensions.DependencyInjection;

namespace Aurum.Samples.Worker;

/// <summary>Makes jobs with the host's services.</summary>
internal sealed class ServiceJobActivator(IServiceProvider services) : JobActivator
{
    public override object ActivateJob(Type jobType) => ActivatorUtilities.CreateInstance(services, jobType);
}
