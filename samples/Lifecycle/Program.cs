using Aurum.FlagGen;
using Aurum.Samples.Lifecycle;

FeatureContext ada = new() { UserId = "ada", UserSince = DateTimeOffset.UnixEpoch };
Console.WriteLine(Reads.ByKey(FlagEngine.Default, ada, "new_nav"));
Console.WriteLine(Reads.PastTheirTime(ada));
Console.WriteLine(Reads.Page(Features.Checkout.Flow.GetVariant(ada)));
Console.WriteLine(Hygiene.Torn(ada) + Hygiene.Nested(ada) + Hygiene.Same(ada));
Console.WriteLine(SetUps.Test(ada));
Console.WriteLine(Known.Flags.Length);
