"""The words of schema.org that pages use, looked up in its vocabulary: types with their properties.

Who needs another one looks it up at https://schema.org first; a property must belong to the type or to one above it.
"""

from __future__ import annotations

KNOWN = {
    "AdministrativeArea": "name",
    "Audience": "audienceType",
    "BreadcrumbList": "itemListElement",
    "ContactPoint": "email telephone",
    "Course": (
        "about audience creativeWorkStatus description hasCourseInstance image inLanguage "
        "isAccessibleForFree keywords mainEntityOfPage name offers provider sameAs "
        "spatialCoverage typicalAgeRange url"
    ),
    "CourseInstance": "courseMode courseSchedule location",
    "DataCatalog": "dataset license name url",
    "DataDownload": "contentUrl encodingFormat",
    "Dataset": "creator dateModified description distribution isAccessibleForFree license name url",
    "EducationEvent": (
        "about audience description endDate eventAttendanceMode eventStatus image inLanguage "
        "isAccessibleForFree keywords location mainEntityOfPage name offers organizer sameAs "
        "startDate superEvent typicalAgeRange url"
    ),
    "EventSeries": (
        "about audience description eventAttendanceMode eventSchedule image inLanguage "
        "isAccessibleForFree keywords location mainEntityOfPage name offers organizer sameAs "
        "subEvent typicalAgeRange url"
    ),
    "GeoCoordinates": "description latitude longitude",
    "ImageObject": "caption contentUrl creditText",
    "ItemList": "itemListElement name numberOfItems",
    "ListItem": "item name position url",
    "LocationFeatureSpecification": "name value",
    "MonetaryGrant": "description funder image mainEntityOfPage name sameAs url",
    "NewsArticle": (
        "description headline image inLanguage isBasedOn mainEntityOfPage name spatialCoverage "
        "temporalCoverage url"
    ),
    "Offer": "availability availabilityEnds category description price priceCurrency url validThrough",
    "Organization": (
        "address areaServed contactPoint description dissolutionDate email foundingDate image "
        "mainEntityOfPage member name telephone url"
    ),
    "PeopleAudience": "suggestedMaxAge suggestedMinAge",
    "Place": "address amenityFeature geo name",
    "PostalAddress": "addressCountry addressLocality addressRegion postalCode streetAddress",
    "Schedule": "description",
    "Service": (
        "areaServed audience availableChannel category description image mainEntityOfPage name "
        "offers provider sameAs serviceType url"
    ),
    "ServiceChannel": "availableLanguage description serviceLocation serviceUrl",
    "Thing": "name",
    "VirtualLocation": "url",
    "WebPage": "creativeWorkStatus isBasedOn lastReviewed license sdDatePublished sdLicense url",
    "WebSite": "inLanguage license name publisher spatialCoverage url",
}
