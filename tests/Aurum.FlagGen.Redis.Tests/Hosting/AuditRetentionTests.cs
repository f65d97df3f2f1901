using Aurum.FlagGen.Redis.Connections;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Aurum.FlagGen.Redis.Tests.Hosting;

/// <summary>The retention of the audit log is of one type in every store; Redis refuses what its server could not hold, or would lose sight of.</summary>
public sealed class AuditRetentionTests
{
    [Theory]
    [InlineData(null, null, "AuditRetention.MaxEntries is null; give 100 to 10000000: the server keeps the log in its memory.")]
    [InlineData(99, null, "AuditRetention.MaxEntries is 99; give 100 to 10000000: the server keeps the log in its memory.")]
    [InlineData(10_000_001, null, "AuditRetention.MaxEntries is 10000001; give 100 to 10000000: the server keeps the log in its memory.")]
    [InlineData(100, 0.5, "AuditRetention.MaxAge is 00:30:00; give 01:00:00 or longer, or null to keep entries of any age.")]
    [InlineData(100, -1.0, "AuditRetention.MaxAge is -01:00:00; give 01:00:00 or longer, or null to keep entries of any age.")]
    [InlineData(100, 1.0, null)]
    [InlineData(10_000_000, null, null)]
    public void Retention_OfRedis_IsWithinBounds(int? entries, double? hours, string? fault)
    {
        RedisStoreOptions options = new()
        {
            Configuration = "localhost",
            Namespace = "shop",
            AuditRetention = new AuditRetention { MaxEntries = entries, MaxAge = hours is { } age ? TimeSpan.FromHours(age) : null },
        };

        ValidateOptionsResult result = new RedisStoreOptionsValidator().Validate(name: null, options);

        (result.Failures ?? []).ShouldBe(fault is null ? [] : ["RedisStoreOptions." + fault]);
    }

    [Fact]
    public void Retention_FromConfiguration_TakesItsMembersAndKeepsTheOthers()
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["AuditRetention:MaxAge"] = "730.00:00:00" }).Build();

        RedisStoreOptions options = new();
        configuration.Bind(options);

        options.AuditRetention.ShouldBe(new AuditRetention { MaxEntries = 100_000, MaxAge = TimeSpan.FromDays(730) });
        new RedisStoreOptions().AuditRetention.ShouldBe(new AuditRetention { MaxEntries = 100_000 });
    }
}
