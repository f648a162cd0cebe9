package io.stepunit.internal.table.expression;

import io.stepunit.internal.json.Json;
import io.stepunit.internal.table.value.AttributeValue.Attributes;
import io.stepunit.internal.table.value.ValueReader;

/**
 * An item like those that the Developer Guide explains expressions with: a bicycle of a catalog.
 */
final class Bicycle {
  static final Attributes ITEM =
      item(
          """
          {
            "Id": {"N": "123"},
            "Title": {"S": "Bicycle 123"},
            "Description": {"S": "for the road"},
            "Category": {"S": "Bicycle"},
            "Price": {"N": "500"},
            "Colors": {"SS": ["Red", "Black"]},
            "Sizes": {"NS": ["48", "52"]},
            "InStock": {"BOOL": true},
            "Recalled": {"NULL": true},
            "Picture": {"B": "AQID"},
            "Related": {"L": [{"N": "341"}, {"N": "472"}, {"N": "649"}]},
            "Pictures": {"M": {"Front": {"S": "front.jpg"}, "Rear": {"S": "rear.jpg"}}},
            "Reviews": {"M": {
              "FiveStar": {"L": [{"S": "Excellent!"}, {"S": "Buy it"}]},
              "OneStar": {"L": [{"S": "It broke"}]}
            }}
          }
          """);

  /** The values that the expressions of the tests name. */
  private static final String REQUEST =
      """
      {
        "ExpressionAttributeNames": {
          "#s": "Safety.Warning", "#p": "Pictures", "#id": "Id", "#r": "Reviews"
        },
        "ExpressionAttributeValues": {
          ":n5": {"N": "5"}, ":n100": {"N": "100"}, ":n500": {"N": "500.0"}, ":n600": {"N": "6E2"},
          ":n341": {"N": "341"}, ":n2": {"N": "2"}, ":n15": {"N": "15"}, ":n48": {"N": "48"},
          ":s": {"S": "Bicycle"}, ":red": {"S": "Red"}, ":green": {"S": "Green"},
          ":road": {"S": "road"}, ":zzz": {"S": "zzz"}, ":a": {"S": "a"}, ":S": {"S": "S"},
          ":M": {"S": "M"}, ":X": {"S": "X"}, ":NULL": {"S": "NULL"},
          ":true": {"BOOL": true}, ":false": {"BOOL": false}, ":null": {"NULL": true},
          ":bytes": {"B": "AQ"}, ":set": {"SS": ["Black", "Red"]}, ":green_set": {"SS": ["Green"]},
          ":numbers": {"NS": ["52", "56"]}, ":list": {"L": [{"N": "999"}]},
          ":empty": {"L": []}, ":map": {"M": {"Side": {"S": "side.jpg"}}}
        }
      }
      """;

  private Bicycle() {}

  static Attributes item(String json) {
    return ValueReader.attributes(Json.parse(json));
  }

  static Placeholders placeholders() {
    return new Placeholders(Json.parse(REQUEST));
  }
}
