using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Aurum.FlagGen.Tests.Reference;

/// <summary>The bucket formulas of other systems, reckoned in whole numbers: a fraction of the range is below a percentage when a hundred times the one is below the range times the other.</summary>
internal sealed class ReferenceImportedFormula(JsonElement formula, string flagKey, string salt)
{
    private const decimal LaunchDarklyRange = 0xFFFFFFFFFFFFFFF;

    private static readonly string[] Known = ["microsoft", "unleash", "flagd", "launchdarkly", "growthbook", "configcat"];

    private readonly string? _seed = ReferenceJson.Member(formula, "seed") switch
    {
        { ValueKind: JsonValueKind.String } text => ReferenceJson.Text(text),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };

    private readonly string _group = ReferenceJson.TextMember(formula, "group") ?? flagKey;

    private readonly string _hint = ReferenceJson.TextMember(formula, "hint") ?? flagKey;

    private string Algorithm => ReferenceJson.TextMember(formula, "algorithm") ?? "";

    public static bool IsKnown(JsonElement formula) => Known.Contains(ReferenceJson.TextMember(formula, "algorithm"));

    public bool IsInRollout(string id, decimal percentage) => Algorithm switch
    {
        "microsoft" => Microsoft(id + "\n" + _hint + (ReferenceJson.TextMember(formula, "group") is { } group ? "\n" + group : "")) * 100m < percentage * uint.MaxValue,
        "unleash" => (ReferenceMurmur3.Hash(_group + ":" + id, 0) % 100) + 1 <= percentage,
        "flagd" => Flagd(id) < Weight(percentage),
        "launchdarkly" => LaunchDarkly(id) * 100 < percentage * LaunchDarklyRange,
        "growthbook" => GrowthBook(id) * 100m <= percentage * Resolution(10000),
        _ => ConfigCat(id) < percentage,
    };

    public string Arm(string id, (string Name, decimal Weight)[] weighted)
    {
        decimal sum = 0;
        foreach ((string name, decimal weight) in weighted)
        {
            sum += Algorithm is "unleash" or "flagd" ? Weight(weight) : weight;
            bool reached = Algorithm switch
            {
                "microsoft" => Microsoft(id + "\n" + (_seed ?? "allocation\n" + _hint)) * 100m < sum * uint.MaxValue,
                "unleash" => ReferenceMurmur3.Hash(_group + ":" + id, ReferenceBuckets.SplitSeed) % Resolution(100) < sum,
                "flagd" => Flagd(id) < sum,
                "launchdarkly" => LaunchDarkly(id) * 100 < sum * LaunchDarklyRange,
                "growthbook" => GrowthBook(id) * 100m < sum * Resolution(10000),
                _ => ConfigCat(id) < sum,
            };
            if (reached)
            {
                return name;
            }
        }

        return weighted[^1].Name;
    }

    private long Resolution(long otherwise) => (long)(ReferenceJson.Decimal(formula, "resolution") ?? otherwise);

    /// <summary>A percentage as a whole number out of the resolution.</summary>
    private decimal Weight(decimal percentage) => Math.Round(percentage * Resolution(100) / 100, MidpointRounding.AwayFromZero);

    private static uint Microsoft(string text) => BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private decimal Flagd(string id) => (ReferenceMurmur3.Hash((_seed ?? _group) + id, 0) * (ulong)Resolution(100)) >> 32;

    private decimal LaunchDarkly(string id) => Hexadecimal(_seed is null ? _group + "." + salt + "." + id : _seed + "." + id, digits: 15);

    private decimal ConfigCat(string id) => Hexadecimal(_group + id, digits: 7) % 100;

    private uint GrowthBook(string id)
    {
        string seed = _seed ?? _group;
        return Resolution(10000) == 10000
            ? Fnv(Fnv(seed + id).ToString(CultureInfo.InvariantCulture)) % 10000
            : Fnv(id + seed) % 1000;
    }

    private static decimal Hexadecimal(string text, int digits) =>
        long.Parse(Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(text)))[..digits], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    /// <summary>FNV-1a, 32 bits.</summary>
    private static uint Fnv(string text)
    {
        uint hash = 0x811C9DC5;
        foreach (byte unit in Encoding.UTF8.GetBytes(text))
        {
            hash = unchecked((hash ^ unit) * 0x01000193);
        }

        return hash;
    }
}
