using System.Runtime.CompilerServices;

namespace Aurum.FlagGen.Tests.Engine;

/// <summary>A context as the generator writes it.</summary>
internal sealed class ShopContext : FlagContext
{
    private static readonly FlagContextSchema Attributes = new("user_id", "user.role", "user.country", "app.version", "user.age", "user.created_at", "user.tags");

    private readonly Texts _texts;
    private readonly Integers _integers;

    public string? UserId { get => _texts[0]; init => _texts[0] = value; }

    public string? UserRole { get => _texts[1]; init => _texts[1] = value; }

    public long? UserAge { get => _integers[0]; init => _integers[0] = value; }

    public string? UserCountry { get => _texts[2]; init => _texts[2] = value; }

    public DateTimeOffset? UserCreatedAt { get; init; }

    public IReadOnlyList<string>? UserTags { get; init; }

    public string? AppVersion { get => _texts[3]; init => _texts[3] = value; }

    protected internal override FlagContextSchema Schema => Attributes;

    protected internal override AttributeFields AttributeFields => new(Attributes, _texts, _integers);

    protected internal override AttributeValue GetAttribute(int index) => index switch
    {
        0 => AttributeValue.From(UserId),
        1 => AttributeValue.From(UserRole),
        2 => AttributeValue.From(UserCountry),
        3 => AttributeValue.From(AppVersion),
        4 => AttributeValue.From(UserAge),
        5 => AttributeValue.From(UserCreatedAt),
        6 => AttributeValue.From(UserTags),
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

    [InlineArray(4)]
    private struct Texts
    {
        private string? _first;
    }

    [InlineArray(1)]
    private struct Integers
    {
        private long? _first;
    }
}
