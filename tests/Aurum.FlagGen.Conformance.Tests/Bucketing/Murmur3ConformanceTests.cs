using System.Globalization;
using Aurum.FlagGen.Evaluation;
using Aurum.FlagGen.TestKit;

namespace Aurum.FlagGen.Conformance.Tests.Bucketing;

public class Murmur3ConformanceTests
{
    [Fact]
    public void Hash_PublishedVectors_Agrees()
    {
        IEnumerable<string[]> rows = File.ReadLines(ConformanceData.Locate("murmur3", "vectors.csv")).Where(static line => line.Length > 0).Select(static line => line.Split(','));

        int count = 0;
        foreach (string[] cells in rows)
        {
            uint seed = uint.Parse(cells[0], CultureInfo.InvariantCulture);
            string key = cells[1];
            uint expected = uint.Parse(cells[2], CultureInfo.InvariantCulture);
            for (int split = 0; split <= Math.Min(key.Length, 9); split++)
            {
                Murmur3.Start(seed, key[..split]).Finish(key.AsSpan(split)).ShouldBe(expected, $"seed {seed}, key {key}, prefix of {split}");
            }

            count++;
        }

        count.ShouldBe(2_000);
    }
}
