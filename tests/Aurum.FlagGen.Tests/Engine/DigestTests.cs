using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Aurum.FlagGen.Tests.Evaluation;

namespace Aurum.FlagGen.Tests.Engine;

/// <summary>Decisions are the same in every process, on every machine, in every culture, for ever.</summary>
public class DigestTests
{
    private const string Expected = "c616b565816738722ce0c6ab256560581f8bb112c21f32e9ef042ffcfa151afd";

    [Fact]
    public void Decisions_TenThousand_AreAsEver() => Digest().ShouldBe(Expected);

    [Fact]
    public void Decisions_UnderAnotherCulture_AreTheSame()
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("tr-TR");
            Digest().ShouldBe(Expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public async Task Decisions_InAnotherProcess_AreTheSame()
    {
        // Another process hashes texts by another random seed, which must not show.
        ProcessStartInfo start = new("dotnet")
        {
            ArgumentList = { "exec", typeof(DigestTests).Assembly.Location, "--filter-method", $"*{nameof(DigestTests)}.{nameof(Decisions_TenThousand_AreAsEver)}", "--minimum-expected-tests", "1" },
            RedirectStandardOutput = true,
            Environment = { ["LC_ALL"] = "de_DE.UTF-8" },
        };
        using Process process = Process.Start(start).ShouldNotBeNull();
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        process.ExitCode.ShouldBe(0, output);
    }

    private static string Digest()
    {
        FlagEngine engine = Given.Manifest(TypedFlags.Manifest);
        string[] keys = [.. engine.Definitions.Select(static flag => flag.Key).Where(static key => key.StartsWith("typed.", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        StringBuilder decisions = new();
        for (int i = 0; i < 10_000 / keys.Length; i++)
        {
            ShopContext context = ShopContext.Of(i);
            foreach (string key in keys)
            {
                FlagEvaluation<FlagValue> evaluation = engine.Evaluate(key, context);
                decisions.Append(CultureInfo.InvariantCulture, $"{key}={evaluation.Value.ToJson()},{evaluation.Variant},{evaluation.Reason},{evaluation.RuleName};");
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(decisions.ToString())));
    }
}
