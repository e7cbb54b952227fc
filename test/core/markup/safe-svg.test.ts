import assert from 'node:assert/strict';
import { safeSvg } from '../../../src/core/markup/safe-svg';

describe('safeSvg', () => {
  const rows: readonly (readonly [what: string, before: string, after: string])[] = [
    [
      'keeps a picture as it is',
      '<svg a="1"><g><path d="M0,0L1,1"/>A &amp; B</g></svg>',
      '<svg a="1"><g><path d="M0,0L1,1"/>A &amp; B</g></svg>',
    ],
    ['takes scripts out with all that they hold', '<svg><script>a<b/>c</script><g/></svg>', '<svg><g/></svg>'],
    [
      'takes elements out in any case and name space',
      '<svg><x:SCRIPT/><svg:foreignObject><iframe src="a"/></svg:foreignObject></svg>',
      '<svg><svg:foreignObject></svg:foreignObject></svg>',
    ],
    ['takes handlers out', '<svg onload="a()"><g onclick=\'b()\'/></svg>', '<svg><g/></svg>'],
    [
      'takes pictures from elsewhere out',
      '<svg><image href="https://a.b/c.png" xlink:href="//a.b"/></svg>',
      '<svg><image/></svg>',
    ],
    [
      'keeps links that a person follows',
      '<svg><a href="https://a.b/?c=1&amp;d"/></svg>',
      '<svg><a href="https://a.b/?c=1&amp;d"/></svg>',
    ],
    [
      'takes links out that run',
      '<svg><a href="java&#115;cript:a()"/><a xlink:href=" javascript:a()"/></svg>',
      '<svg><a/><a/></svg>',
    ],
    [
      'takes addresses out of styles',
      '<svg><g style="fill:url(https://a.b/c)"/><style>@import "a"; g{fill:red}</style></svg>',
      '<svg><g style="fill:none"/><style>  g{fill:red}</style></svg>',
    ],
    [
      'resolves entities before it judges',
      '<svg><g style="fill:u&#x72;l(https://a.b)"/></svg>',
      '<svg><g style="fill:none"/></svg>',
    ],
    [
      'reads styles whole, whatever says nothing stands in them',
      '<svg><style>@imp<!-- -->ort "//a.b";</style><style>g{fill:ur<![CDATA[x]]>l(//a.b)}</style><style>@im<?x?>port "//a.b"</style></svg>',
      '<svg><style> </style><style>g{fill:none}</style><style> </style></svg>',
    ],
    [
      'takes out where addresses would be looked for from',
      '<svg xml:base="https://a.b/"><use href="#c"/></svg>',
      '<svg><use href="#c"/></svg>',
    ],
    [
      'takes characters out that no XML may hold',
      '<svg><text aria-label="a&#0;b&#x7;">c\u0007d\ud800&#11;</text></svg>',
      '<svg><text aria-label="a\ufffdb">cd</text></svg>',
    ],
    [
      'leaves out what is no part of the picture',
      '<?xml version="1.0"?><!DOCTYPE svg><!-- a --><svg><![CDATA[<script>]]></svg>',
      '<svg></svg>',
    ],
  ];
  for (const [what, before, after] of rows) it(what, () => assert.equal(safeSvg(before), after));

  for (const broken of [
    '',
    'text',
    '<svg>',
    '<svg></g>',
    '<svg a=b/>',
    '<svg a="<"/>',
    '<g/>',
    '<svg><!--',
    '<svg',
    '<svg a="1"b="2"/>',
    '<script/>',
  ]) {
    it(`refuses ${broken || 'nothing'}`, () => assert.throws(() => safeSvg(broken), /not well-formed/));
  }

  it('reads long texts in linear time', () => {
    for (const piece of ['<', '<a ', '<!--', '&', ' a="1"', '<a>']) {
      try {
        safeSvg(`<svg>${piece.repeat(100_000)}`);
      } catch (error) {
        assert.match(String(error), /not well-formed/);
      }
    }
  });
});
