using Aurum.FlagGen;
using Aurum.Samples.Worker;
using Hangfire;
using Hangfire.InMemory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

HostApplicationBuilder builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings
{
    Args = args,
    ContentRootPath = AppContext.BaseDirectory,
});
builder.Services.AddFlagGen().UseFile(builder.Configuration["flags"] ?? "flags.json").AddFeatures();
builder.Services.AddSingleton<JobStorage>(new InMemoryStorage());
builder.Services.AddSingleton<IBackgroundJobClient>(static services => new BackgroundJobClient(services.GetRequiredService<JobStorage>()));
builder.Services.AddSingleton<RoundReport>();
builder.Services.AddSingleton(new RoundOptions(IsOnce: args.Contains("--once")));
builder.Services.AddHostedService<JobServer>();
builder.Services.AddHostedService<InvoiceRounds>();

await builder.Build().RunAsync();
