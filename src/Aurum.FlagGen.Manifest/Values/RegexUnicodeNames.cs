namespace Aurum.FlagGen.Manifest.Values;

/// <summary>The names that may stand in <c>\p{…}</c>: Unicode's general categories and the blocks that .NET documents.</summary>
internal static class RegexUnicodeNames
{
    private const string Categories =
        "C Cc Cf Cn Co Cs L Ll Lm Lo Lt Lu M Mc Me Mn N Nd Nl No P Pc Pd Pe Pf Pi Po Ps S Sc Sk Sm So Z Zl Zp Zs";

    private const string Blocks =
        """
        AlphabeticPresentationForms Arabic ArabicPresentationForms-A ArabicPresentationForms-B Armenian Arrows BasicLatin Bengali BlockElements Bopomofo
        BopomofoExtended BoxDrawing BraillePatterns Buhid CJKCompatibility CJKCompatibilityForms CJKCompatibilityIdeographs CJKRadicalsSupplement
        CJKSymbolsandPunctuation CJKUnifiedIdeographs CJKUnifiedIdeographsExtensionA Cherokee CombiningDiacriticalMarks CombiningDiacriticalMarksforSymbols
        CombiningHalfMarks CombiningMarksforSymbols ControlPictures CurrencySymbols Cyrillic CyrillicSupplement Devanagari Dingbats EnclosedAlphanumerics
        EnclosedCJKLettersandMonths Ethiopic GeneralPunctuation GeometricShapes Georgian Greek GreekExtended GreekandCoptic Gujarati Gurmukhi
        HalfwidthandFullwidthForms HangulCompatibilityJamo HangulJamo HangulSyllables Hanunoo Hebrew HighPrivateUseSurrogates HighSurrogates Hiragana
        IPAExtensions IdeographicDescriptionCharacters Kanbun KangxiRadicals Kannada Katakana KatakanaPhoneticExtensions Khmer KhmerSymbols Lao
        Latin-1Supplement LatinExtended-A LatinExtended-B LatinExtendedAdditional LetterlikeSymbols Limbu LowSurrogates Malayalam MathematicalOperators
        MiscellaneousMathematicalSymbols-A MiscellaneousMathematicalSymbols-B MiscellaneousSymbols MiscellaneousSymbolsandArrows MiscellaneousTechnical
        Mongolian Myanmar NumberForms Ogham OpticalCharacterRecognition Oriya PhoneticExtensions PrivateUse PrivateUseArea Runic Sinhala SmallFormVariants
        SpacingModifierLetters Specials SuperscriptsandSubscripts SupplementalArrows-A SupplementalArrows-B SupplementalMathematicalOperators Syriac Tagalog
        Tagbanwa TaiLe Tamil Telugu Thaana Thai Tibetan UnifiedCanadianAboriginalSyllabics VariationSelectors YiRadicals YiSyllables YijingHexagramSymbols
        """;

    private static readonly HashSet<string> Known = new(
        Categories.Split(' ').Concat(Blocks.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(static block => "Is" + block)),
        StringComparer.Ordinal);

    public static IEnumerable<string> All => Known;

    public static bool Contains(string name) => Known.Contains(name);
}
