namespace Aurum.FlagGen.Tests.Engine;

/// <summary>A context as the generator writes it.</summary>
internal sealed class ShopContext : FlagContext
{
    private static readonly FlagContextSchema Attributes = new("user_id", "user.role", "user.age", "user.country", "user.created_at", "user.tags", "app.version");

    public string? UserId { get; init; }

    public string? UserRole { get; init; }

    public long? UserAge { get; init; }

    public string? UserCountry { get; init; }

    public DateTimeOffset? UserCreatedAt { get; init; }

    public IReadOnlyList<string>? UserTags { get; init; }

    public string? AppVersion { get; init; }

    protected internal override FlagContextSchema Schema => Attributes;

    protected internal override AttributeValue GetAttribute(int index) => index switch
    {
        0 => AttributeValue.From(UserId),
        1 => AttributeValue.From(UserRole),
        2 => AttributeValue.From(UserAge),
        3 => AttributeValue.From(UserCountry),
        4 => AttributeValue.From(UserCreatedAt),
        5 => AttributeValue.From(UserTags),
        6 => AttributeValue.From(AppVersion),
        _ => default,
    };

    public static ShopContext Of(int number) => new()
    {
        UserId = number % 10 == 0 ? $"ユーザー{number}" : $"user-{number}",
        UserRole = number % 3 == 0 ? "member" : "premium",
        UserAge = number % 60,
        UserCountry = "JP",
        UserCreatedAt = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(number % 500),
        UserTags = ["x", "y"],
        AppVersion = "3.4.5",
    };
}
