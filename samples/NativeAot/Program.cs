using Aurum.FlagGen;
using Aurum.Samples.NativeAot;

// Compile-time flags: of each pair one call is not in the published program, and with it everything that only it needs.
if (Features.Search.Fuzzy.IsEnabled())
{
    Branches.LiteralOn();
}
else
{
    Branches.LiteralOff();
}

FeatureContext ada = new() { UserId = "ada", UserRole = UserRoles.Admin, AppVersion = "2.1.0" };

// With a context too, as a flag is asked that is decided at run time: it can become one without a change here.
if (Features.Search.Deep.IsEnabled(ada))
{
    Branches.SwitchOn();
}
else
{
    Branches.SwitchOff();
}

if (Features.Search.Preview.IsEnabled())
{
    Branches.ConstOn();
}
else
{
    Branches.ConstOff();
}

#if FLAG_SEARCH_PREVIEW
Console.WriteLine("compiled with search.preview");
#endif

// Flags that are decided at run time, from the manifest in the program.
Show(nameof(Features.DashboardWidget), Features.DashboardWidget.IsEnabled(ada));
Show(nameof(Features.Checkout.Flow), Features.Checkout.Flow.Match(ada, control: "three pages", onePage: "one page"));
Show(nameof(Features.Banner.Text), Features.Banner.Text.GetValue(ada));
Show(nameof(Features.Search.PageSize), Features.Search.PageSize.GetValue(ada));
Show(nameof(Features.Search.Boost), Features.Search.Boost.GetValue(ada));
Show(nameof(Features.Theme), Features.Theme.GetValue(ada).Primary);
Show(nameof(Features.Limits), Features.Limits.GetValue(ada).GetProperty("uploads").GetArrayLength());
Features.Checkout.Flow.Track(ada, CheckoutFlowEvent.Paid);

// And from the file beside it.
using FileFeatureFlagStore store = new(args is [string path] ? path : Path.Combine(AppContext.BaseDirectory, "flags.json"));
await using FeatureFlagManager manager = await FeatureFlagManager.StartAsync(store);
Show("flags in the file", (await manager.ListFlagsAsync()).Total);
Show("the widget, by its key", await manager.IsEnabledAsync("dashboard_widget", FlagContext.From(new Dictionary<string, object?> { ["user_id"] = "ada", ["user.role"] = "admin", ["app.version"] = "2.1.0" })));
Console.WriteLine(await manager.ExplainAsync("dashboard_widget", ada));

static void Show(string name, object value) => Console.WriteLine($"{name}: {value}");
