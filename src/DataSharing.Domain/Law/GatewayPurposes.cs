namespace DataSharing.Domain.Law;

/// <summary>The objectives to which powers are limited, in plain words. One that is not known here is shown as it is.</summary>
public static class GatewayPurposes
{
    public static string InWords(string code) =>
        code switch
        {
            "MultipleDisadvantages" => "Multiple disadvantages",
            "TvRetuning" => "Television retuning",
            "FuelPoverty" => "Fuel poverty",
            "WaterPoverty" => "Water poverty",
            "IdentityVerification" => "Identity verification",
            "PublicSectorDebt" => "Debt owed to the public sector",
            "PublicSectorFraud" => "Fraud against a public body",
            "BenefitFraud" => "Benefit fraud",
            "FraudDataMatching" => "National fraud match",
            "Research" => "Research",
            "ElectoralRegistration" => "Electoral registration",
            "ElectoralRegisterUse" => "Use of the full electoral register",
            "WelfareServices" => "Welfare services",
            "TroubledFamilies" => "Troubled families",
            "HousingBenefit" => "Housing benefit",
            "CouncilTaxReduction" => "Council tax reduction",
            "CouncilTax" => "Council tax",
            "EmptyHomes" => "Empty homes",
            "Homelessness" => "Homelessness",
            "HousingEnforcement" => "Housing standards",
            "SocialHousingFraud" => "Unlawful subletting of social housing",
            "IndividualHealthOrAdultCare" => "Health care or adult social care for one person",
            "SafeguardingAdultsBoard" => "Request of a Safeguarding Adults Board",
            "SafeguardingBoardWales" => "Request of a Safeguarding Board in Wales",
            "SafeguardingPartners" => "Request of the safeguarding partners for children",
            "ChildDeathReview" => "Review of a child’s death",
            "SpecialEducationalNeeds" => "Special educational needs",
            "ParticipationInLearning" => "16 and 17 year olds in learning",
            "VehicleKeeperEnquiry" => "Enquiry about the keeper of a vehicle",
            "IndividualPupilInformation" => "Information about individual pupils",
            "SeriousViolence" => "Serious violence",
            "HomicideReview" => "Homicide review",
            "PublicProtection" => "Managing dangerous offenders",
            "CounterRadicalisation" => "Support against radicalisation",
            "AntisocialBehaviour" => "Antisocial behaviour in Scotland",
            "HealthAndCareIntegration" => "Integrated health and care in Scotland",
            "PublicHealthProtection" => "Protection of public health in Scotland",
            "ConsumerProtection" => "Consumer protection",
            "Licensing" => "Licensing",
            "ImmigrationControl" => "Immigration control",
            _ => code,
        };
}
