using System.Globalization;
using System.Text;
using Aurum.FlagGen.Tests.Evaluation;

namespace Aurum.FlagGen.Tests.Engine;

/// <summary>A set of flags that differs with each version so that whatever is taken from two of them contradicts itself.</summary>
/// <remarks>
/// Ten numbers give the version. <c>base</c> is on in even versions; <c>needs</c> and <c>chain</c>, whose definitions are the same objects in all versions, need it directly and through each other,
/// and must follow it; <c>agrees</c> needs it in even versions and excludes it in odd ones, so that it is on in every version and off only where two versions meet within one decision.
/// </remarks>
internal static class ChangingFlags
{
    public const string Base = "changing.base";
    public const string Needs = "changing.needs";
    public const string Chain = "changing.chain";
    public const string Agrees = "changing.agrees";

    private static readonly FlagSet Even = Read("'required_flags':['changing.base']");
    private static readonly FlagSet Odd = Read("'excluded_flags':['changing.base']");

    private static readonly FlagCatalog Catalog = FlagCatalog.Register(typeof(ChangingFlags), Encoding.UTF8.GetBytes(Given.Json(Manifest("'required_flags':['changing.base']"))));

    public static IReadOnlyList<string> Numbers { get; } = [.. Enumerable.Range(0, 10).Select(static i => $"changing.number{i}")];

    public static int Slot(string key) => Catalog.Slots[Catalog.Flags.ToList().FindIndex(flag => flag.Key == key)];

    public static bool IsEven(int version) => version % 2 == 0;

    public static FlagSet Of(int version)
    {
        FeatureFlag[] flags = [.. (IsEven(version) ? Even : Odd).Flags];
        for (int i = 0; i < flags.Length; i++)
        {
            flags[i] = flags[i] switch
            {
                { Key: Base } flag => flag with { DefaultValue = IsEven(version) },
                { Type: FlagType.Integer } flag => flag with { DefaultValue = version },
                { Key: Needs or Chain } flag => Even.Flags.Single(same => same.Key == flag.Key),
                FeatureFlag flag => flag,
            };
        }

        return new FlagSet { Version = version.ToString(CultureInfo.InvariantCulture), Flags = flags };
    }

    private static FlagSet Read(string need) => Given.Set(Manifest(need));

    // The flag that needs stands before those that it needs, for no order must matter.
    private static string Manifest(string need) => $$$"""
        {'flags':{
          'changing.chain':{'status':'enabled','rules':[{'name':'r','required_flags':['changing.needs']}]},
          'changing.agrees':{'status':'enabled','rules':[{'name':'r',{{{need}}}}]},
          {{{NumberFlags()}}},
          'changing.needs':{'status':'enabled','rules':[{'name':'r','required_flags':['changing.base']}]},
          'changing.base':{'status':'enabled','default_value':true}
         }}
        """;

    private static string NumberFlags() => string.Join(',', Enumerable.Range(0, 10).Select(static i => $"'changing.number{i}':{{'type':'integer','status':'enabled','default_value':0}}"));
}
