using Aurum.FlagGen;
using Aurum.Samples;
using Aurum.Samples.Dashboard;

WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args,
    ContentRootPath = AppContext.BaseDirectory,
});
string manifest = builder.Configuration["flags"] is { } named ? Path.GetFullPath(named) : ManifestFile.Find();
if (builder.Configuration["urls"] is null)
{
    builder.WebHost.UseUrls("http://127.0.0.1:5080");
}

// The page asks twice a second: without this the console would show nothing else.
builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
builder.Services.AddFlagGen().UseFile(manifest).AddFeatures();
builder.Services.AddSingleton(new ManifestText(manifest));

WebApplication app = builder.Build();
app.UseStrictHeaders();
app.UseDefaultFiles();
app.UseStaticFiles();
app.MapDashboardApi();
app.Lifetime.ApplicationStarted.Register(() =>
    Console.WriteLine($"Open {string.Join(", ", app.Urls)} and edit {manifest} while it runs."));
app.Run();
