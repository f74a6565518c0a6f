<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
  <context>
    <name>AnswerBar</name>
    <message>
      <source>More answers</source>
      <translation>다른 결정</translation>
    </message>
  </context>
  <context>
    <name>Arriving</name>
    <message>
      <source>What can be done</source>
      <translation>할 수 있는 일</translation>
    </message>
  </context>
  <context>
    <name>Bringing</name>
    <message>
      <source>A finished document lies beside these notes. It is not used unless you want to audit it.</source>
      <translation>이 노트 옆에 완성된 문서가 있습니다. 점검하지 않으면 쓰지 않습니다.</translation>
    </message>
    <message>
      <source>Audit it beside these notes</source>
      <translation>이 노트와 견주어 점검</translation>
    </message>
    <message>
      <source>Audit {name}</source>
      <translation>{name} 점검</translation>
    </message>
    <message>
      <source>Choose the files…</source>
      <translation>파일 고르기…</translation>
    </message>
    <message>
      <source>Choose the folder of its notes…</source>
      <translation>노트 폴더 고르기…</translation>
    </message>
    <message>
      <source>{name} is a finished document. It can be audited beside the notes that it was made from.</source>
      <translation>완성된 문서입니다: {name}. 바탕이 된 노트와 견주어 점검할 수 있습니다.</translation>
    </message>
  </context>
  <context>
    <name>CopyView</name>
    <message>
      <source>After it: {text}</source>
      <translation>뒤: {text}</translation>
    </message>
    <message>
      <source>Before it: {text}</source>
      <translation>앞: {text}</translation>
    </message>
    <message>
      <source>Beneath: {text}</source>
      <translation>상위: {text}</translation>
    </message>
    <message>
      <source>It says something else</source>
      <translation>다른 내용입니다</translation>
    </message>
    <message>
      <source>Leave out</source>
      <translation>빼기</translation>
    </message>
    <message>
      <source>Leave out {origin}</source>
      <translation>{origin} 빼기</translation>
    </message>
    <message>
      <source>Merge with the words of this copy</source>
      <translation>이 문구로 병합</translation>
    </message>
    <message>
      <source>Use</source>
      <translation>쓰기</translation>
    </message>
    <message>
      <source>Use the words of {origin}</source>
      <translation>{origin} 문구 쓰기</translation>
    </message>
    <message>
      <source>Use these words</source>
      <translation>이 문구 쓰기</translation>
    </message>
    <message>
      <source>in use</source>
      <translation>사용 중</translation>
    </message>
    <message>
      <source>left out</source>
      <translation>뺌</translation>
    </message>
  </context>
  <context>
    <name>DockTitle</name>
    <message>
      <source>Close the panel {name}</source>
      <translation>{name} 패널 닫기</translation>
    </message>
    <message>
      <source>Close this panel</source>
      <translation>이 패널 닫기</translation>
    </message>
  </context>
  <context>
    <name>Errors</name>
    <message>
      <source>Notestitch met an error that it did not expect. Nothing you decided is lost; you can go on.</source>
      <translation>예상하지 못한 오류가 생겼습니다. 지금까지 결정한 내용은 그대로 남아 있으니 계속 작업할 수 있습니다.</translation>
    </message>
  </context>
  <context>
    <name>EvidencePanel</name>
    <message>
      <source>Choose a finding in the list above, or a line of the document.</source>
      <translation>위 목록에서 검토 사항을 고르거나 문서에서 줄을 고르세요.</translation>
    </message>
    <message>
      <source>Evidence</source>
      <translation>근거</translation>
    </message>
    <message>
      <source>Nothing selected</source>
      <translation>선택한 것이 없음</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>이유</translation>
    </message>
  </context>
  <context>
    <name>ExportDialog</name>
    <message>
      <source>Browse…</source>
      <translation>찾아보기…</translation>
    </message>
    <message>
      <source>Duplicates are still being looked for</source>
      <translation>아직 중복을 찾고 있습니다</translation>
    </message>
    <message>
      <source>Every rule is met, and every entry is accounted for.</source>
      <translation>모든 규칙을 지켰고, 모든 항목의 처리 결과가 있습니다.</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>내보내기</translation>
    </message>
    <message>
      <source>File to write</source>
      <translation>저장할 파일</translation>
    </message>
    <message>
      <source>Format</source>
      <translation>형식</translation>
    </message>
    <message>
      <source>Quotes at the end of their chapter</source>
      <translation>인용을 챕터 끝에 모으기</translation>
    </message>
    <message>
      <source>Times as in the notes</source>
      <translation>시각을 노트에 쓰인 대로</translation>
    </message>
    <message>
      <source>Times as {example}</source>
      <translation>시각을 {example} 형식으로</translation>
    </message>
    <message>
      <source>Times from one hour on</source>
      <translation>1시간 이후의 시각 표기</translation>
    </message>
    <message>
      <source>Without times</source>
      <translation>시각 없이</translation>
    </message>
    <message>
      <source>Write to</source>
      <translation>저장 위치</translation>
    </message>
    <message>
      <source>You can export all the same, and again later.</source>
      <translation>그래도 내보낼 수 있고, 나중에 다시 내보낼 수도 있습니다.</translation>
    </message>
  </context>
  <context>
    <name>Exporting</name>
    <message>
      <source>Exported to {name}</source>
      <translation>내보냄: {name}</translation>
    </message>
    <message>
      <source>Exporting</source>
      <translation>내보내는 중</translation>
    </message>
    <message>
      <source>{name} is one of the sources, which are never written</source>
      <translation>원본 파일에는 쓰지 않습니다: {name}</translation>
    </message>
  </context>
  <context>
    <name>FilterBar</name>
    <message>
      <source>All</source>
      <translation>전체</translation>
    </message>
    <message>
      <source>All chunks</source>
      <translation>모든 청크</translation>
    </message>
    <message>
      <source>Chunk</source>
      <translation>청크</translation>
    </message>
    <message>
      <source>Chunk {number}</source>
      <translation>청크 {number}</translation>
    </message>
    <message>
      <source>Decided</source>
      <translation>결정함</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>종류</translation>
    </message>
    <message>
      <source>Not decided</source>
      <translation>미결정</translation>
    </message>
    <message>
      <source>Put off</source>
      <translation>미뤄 둠</translation>
    </message>
    <message>
      <source>Show all</source>
      <translation>모두 보기</translation>
    </message>
    <message>
      <source>State</source>
      <translation>상태</translation>
    </message>
    <message>
      <source>{count} kinds</source>
      <translation>{count}가지</translation>
    </message>
  </context>
  <context>
    <name>FindField</name>
    <message>
      <source>Clear</source>
      <translation>지우기</translation>
    </message>
    <message>
      <source>Find</source>
      <translation>찾기</translation>
    </message>
    <message>
      <source>Find in notes</source>
      <translation>노트에서 찾기</translation>
    </message>
    <message>
      <source>{number} of {count}</source>
      <translation>{number}/{count}</translation>
    </message>
    <message>
      <source>“{text}” is nowhere in the notes</source>
      <translation>노트에 없음: “{text}”</translation>
    </message>
  </context>
  <context>
    <name>FindPanel</name>
    <message>
      <source>A regular expression; new words may refer to groups as \1</source>
      <translation>정규식으로 찾습니다. 바꿀 내용에서 \1처럼 그룹을 쓸 수 있습니다</translation>
    </message>
    <message>
      <source>Aa</source>
      <translation>Aa</translation>
    </message>
    <message>
      <source>Capitals differ from small letters</source>
      <translation>대소문자 구분</translation>
    </message>
    <message>
      <source>Clear</source>
      <translation>지우기</translation>
    </message>
    <message>
      <source>Find</source>
      <translation>찾기</translation>
    </message>
    <message>
      <source>Find and replace</source>
      <translation>찾아 바꾸기</translation>
    </message>
    <message>
      <source>Finding</source>
      <translation>찾는 중</translation>
    </message>
    <message>
      <source>In chunks</source>
      <translation>청크에서</translation>
    </message>
    <message>
      <source>In quotes too</source>
      <translation>인용도</translation>
    </message>
    <message>
      <source>Pattern</source>
      <translation>정규식</translation>
    </message>
    <message>
      <source>Replace</source>
      <translation>바꾸기</translation>
    </message>
    <message>
      <source>Replace all</source>
      <translation>모두 바꾸기</translation>
    </message>
    <message>
      <source>Replace in all {count}</source>
      <translation>{count}곳 모두 바꾸기</translation>
    </message>
    <message>
      <source>Replace with</source>
      <translation>바꿀 내용</translation>
    </message>
    <message>
      <source>Replaced in 1 place</source>
      <translation>1곳을 바꿨습니다</translation>
    </message>
    <message>
      <source>Replaced in {count} places</source>
      <translation>{count}곳을 바꿨습니다</translation>
    </message>
    <message>
      <source>Replacing</source>
      <translation>바꾸는 중</translation>
    </message>
    <message>
      <source>What was found</source>
      <translation>찾은 결과</translation>
    </message>
    <message>
      <source>Whole words only</source>
      <translation>온전한 단어만</translation>
    </message>
    <message>
      <source>Words</source>
      <translation>단어</translation>
    </message>
    <message>
      <source>nowhere</source>
      <translation>없음</translation>
    </message>
    <message>
      <source>{count} found</source>
      <translation>{count}곳</translation>
    </message>
  </context>
  <context>
    <name>Following</name>
    <message>
      <source>Stopped; nothing was changed</source>
      <translation>중지했습니다. 아무것도 바뀌지 않았습니다</translation>
    </message>
    <message>
      <source>The document changed meanwhile, so nothing was done; try again</source>
      <translation>그사이 문서가 바뀌어 아무것도 하지 않았습니다. 다시 해 보세요</translation>
    </message>
    <message>
      <source>What was asked before is still being worked out; wait, or stop it</source>
      <translation>앞서 요청한 작업을 아직 준비하는 중입니다. 기다리거나 중지하세요</translation>
    </message>
    <message>
      <source>Working it out</source>
      <translation>준비하는 중</translation>
    </message>
  </context>
  <context>
    <name>HealthPanel</name>
    <message>
      <source>More in the queue: {count}</source>
      <translation>검토 목록에 {count}건 더 있습니다</translation>
    </message>
    <message>
      <source>Notes as read</source>
      <translation>읽은 노트</translation>
    </message>
    <message>
      <source>Nothing is wrong with the notes that were read.</source>
      <translation>읽은 노트에 문제가 없습니다.</translation>
    </message>
    <message>
      <source>Take {name} in</source>
      <translation>{name} 넣기</translation>
    </message>
    <message>
      <source>{count} about the notes as read</source>
      <translation>읽은 노트의 문제 {count}건</translation>
    </message>
  </context>
  <context>
    <name>HealthRow</name>
    <message>
      <source>Choose file…</source>
      <translation>파일 고르기…</translation>
    </message>
    <message>
      <source>Ignore…</source>
      <translation>그대로 두기…</translation>
    </message>
    <message>
      <source>Paste notes…</source>
      <translation>붙여 넣기…</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>보기</translation>
    </message>
  </context>
  <context>
    <name>Help</name>
    <message>
      <source>All keys</source>
      <translation>단축키 전체</translation>
    </message>
    <message>
      <source>Correct by hand</source>
      <translation>직접 고치기</translation>
    </message>
    <message>
      <source>Decisions are kept in a session file beside the input. Undo works across restarts. Export writes the final Markdown when you are ready.</source>
      <translation>결정은 입력 파일 옆의 세션 파일에 저장됩니다. 다시 시작한 뒤에도 실행 취소할 수 있습니다. 준비가 되면 내보내기로 최종 Markdown 파일을 만드세요.</translation>
    </message>
    <message>
      <source>Every note and quote of the chunks has a fate: kept, edited, merged, dropped for a reason, or lost. The totals stand in the status bar, and the ledger shows each one.</source>
      <translation>청크의 모든 노트와 인용에는 처리 결과가 있습니다. 유지, 편집, 병합, 이유를 단 제외, 누락 가운데 하나입니다. 합계는 상태 표시줄에, 하나하나는 장부에 나옵니다.</translation>
    </message>
    <message>
      <source>Everything in the merged document can be edited where it stands: Enter or Ctrl+E opens a row, Escape leaves it, Shift+Enter splits a note where the cursor stands, and Backspace at its beginning joins it with the one before. Chapters are renamed with F2. F12 shows where a line comes from, or where it went.</source>
      <translation>병합 결과는 모두 그 자리에서 편집할 수 있습니다. Enter나 Ctrl+E로 행을 열고 Esc로 나옵니다. Shift+Enter는 커서 자리에서 노트를 나누고, 맨 앞에서 누른 Backspace는 앞 노트와 합칩니다. 챕터 이름은 F2로 바꿉니다. F12는 그 줄이 어디에서 왔는지, 또는 어디로 갔는지 보여 줍니다.</translation>
    </message>
    <message>
      <source>Go through the queue</source>
      <translation>검토 목록 훑기</translation>
    </message>
    <message>
      <source>How to work with Notestitch</source>
      <translation>Notestitch 사용 방법</translation>
    </message>
    <message>
      <source>Keys work while the input method is in Hangul mode. Where fcitx5 is used, start Notestitch with QT_IM_MODULE=ibus.</source>
      <translation>입력기가 한글 상태여도 단축키를 쓸 수 있습니다. fcitx5를 쓴다면 QT_IM_MODULE=ibus로 Notestitch를 시작하세요.</translation>
    </message>
    <message>
      <source>Nothing is lost</source>
      <translation>잃어버리는 것은 없습니다</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>열기</translation>
    </message>
    <message>
      <source>Open a merge prompt, a folder of chunks or the chunk files, or paste their text. Opening changes nothing: no file is written until you decide something.</source>
      <translation>병합 프롬프트, 청크 폴더, 청크 파일을 열거나 노트를 붙여 넣으세요. 열기만 해서는 아무것도 바뀌지 않습니다. 무언가 결정하기 전에는 파일을 쓰지 않습니다.</translation>
    </message>
    <message>
      <source>Saved as you go</source>
      <translation>작업하는 대로 저장</translation>
    </message>
    <message>
      <source>The queue lists what needs a person. Enter takes the answer that the card offers first, 0 keeps both copies, 1 to 9 take the words of a copy, L puts it off, Backspace undoes. Each goes on to the next.</source>
      <translation>검토 목록에는 사람이 봐야 할 것이 모여 있습니다. Enter는 카드의 첫 번째 제안을 받아들이고, 0은 둘 다 유지하고, 1–9는 그 번호의 문구를 쓰고, L은 나중으로 미루고, Backspace는 실행 취소합니다. 결정하면 바로 다음으로 넘어갑니다.</translation>
    </message>
    <message>
      <source>Typing Korean</source>
      <translation>한글 입력</translation>
    </message>
  </context>
  <context>
    <name>HitList</name>
    <message>
      <source>What is found stands here.</source>
      <translation>찾은 곳이 여기에 나옵니다.</translation>
    </message>
  </context>
  <context>
    <name>Keeping</name>
    <message>
      <source>A copy is saved in {path}</source>
      <translation>사본을 저장함: {path}</translation>
    </message>
    <message>
      <source>Saved in {path}</source>
      <translation>저장함: {path}</translation>
    </message>
    <message>
      <source>Saving</source>
      <translation>저장 중</translation>
    </message>
    <message>
      <source>the disk does not answer</source>
      <translation>디스크가 응답하지 않습니다</translation>
    </message>
  </context>
  <context>
    <name>LedgerPanel</name>
    <message>
      <source>All chunks</source>
      <translation>모든 청크</translation>
    </message>
    <message>
      <source>Bring it back</source>
      <translation>다시 넣기</translation>
    </message>
    <message>
      <source>Chunk</source>
      <translation>청크</translation>
    </message>
    <message>
      <source>Chunk {number} · {name}</source>
      <translation>청크 {number} · {name}</translation>
    </message>
    <message>
      <source>Enter: where it went. Shift+Enter: its source.</source>
      <translation>Enter: 어디로 갔는지 보기. Shift+Enter: 출처 보기.</translation>
    </message>
    <message>
      <source>Ledger</source>
      <translation>장부</translation>
    </message>
  </context>
  <context>
    <name>LedgerView</name>
    <message>
      <source>Entries</source>
      <translation>항목</translation>
    </message>
  </context>
  <context>
    <name>LineBox</name>
    <message>
      <source>Choose other words for line {number}</source>
      <translation>{number}번 줄의 다른 문구 고르기</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>고르기…</translation>
    </message>
    <message>
      <source>Summary line {number}</source>
      <translation>요약 {number}번 줄</translation>
    </message>
    <message>
      <source>draft</source>
      <translation>초안</translation>
    </message>
  </context>
  <context>
    <name>Looking</name>
    <message>
      <source>Looking for duplicates</source>
      <translation>중복을 찾는 중</translation>
    </message>
  </context>
  <context>
    <name>MainBar</name>
    <message>
      <source>More</source>
      <translation>더 보기</translation>
    </message>
    <message>
      <source>Toolbar</source>
      <translation>도구 모음</translation>
    </message>
  </context>
  <context>
    <name>MainWindow</name>
    <message>
      <source>Audit: {title}</source>
      <translation>점검: {title}</translation>
    </message>
    <message>
      <source>Panels</source>
      <translation>패널</translation>
    </message>
  </context>
  <context>
    <name>MergeDialog</name>
    <message>
      <source>Beneath it</source>
      <translation>하위 노트</translation>
    </message>
    <message>
      <source>Beneath it, in the order of their times: {count}</source>
      <translation>하위 노트 {count}개 (시간순)</translation>
    </message>
    <message>
      <source>Copies</source>
      <translation>같은 내용</translation>
    </message>
    <message>
      <source>Merge</source>
      <translation>병합</translation>
    </message>
    <message>
      <source>Merge by hand</source>
      <translation>직접 병합</translation>
    </message>
    <message>
      <source>Result</source>
      <translation>결과</translation>
    </message>
    <message>
      <source>Speaker</source>
      <translation>화자</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>시각</translation>
    </message>
    <message>
      <source>Words of the result</source>
      <translation>결과 문구</translation>
    </message>
    <message>
      <source>marked above: not in the result</source>
      <translation>위에 강조됨: 결과에 없는 말</translation>
    </message>
    <message>
      <source>nothing of the copies is missing</source>
      <translation>빠진 말이 없습니다</translation>
    </message>
    <message>
      <source>underlined: in no copy</source>
      <translation>밑줄: 원문에 없는 말</translation>
    </message>
    <message>
      <source>“{text}” is no time; write it as 12:34, 1:02:03 or in seconds</source>
      <translation>“{text}”: 시각이 아닙니다. 12:34, 1:02:03 또는 초 단위로 쓰세요</translation>
    </message>
  </context>
  <context>
    <name>Middle</name>
    <message>
      <source>No font for this language is installed (on Debian and Ubuntu: apt install fonts-noto-cjk).</source>
      <translation>이 언어의 글꼴이 설치되어 있지 않습니다(Debian과 Ubuntu에서는 apt install fonts-noto-cjk).</translation>
    </message>
  </context>
  <context>
    <name>Notice</name>
    <message>
      <source>Close this notice</source>
      <translation>이 알림 닫기</translation>
    </message>
  </context>
  <context>
    <name>Opener</name>
    <message>
      <source>Checking</source>
      <translation>검사 중</translation>
    </message>
    <message>
      <source>Continue where you left</source>
      <translation>이어서 하기</translation>
    </message>
    <message>
      <source>Reading</source>
      <translation>읽는 중</translation>
    </message>
    <message>
      <source>Restore the backup beside it</source>
      <translation>옆에 있는 백업 복원</translation>
    </message>
    <message>
      <source>Restoring</source>
      <translation>복원 중</translation>
    </message>
    <message>
      <source>Start anew</source>
      <translation>새로 시작</translation>
    </message>
    <message>
      <source>The backup of {name} was restored as {restored}</source>
      <translation>{name}의 백업을 복원했습니다: {restored}</translation>
    </message>
    <message>
      <source>You worked on these notes before: 1 step, {when}.</source>
      <translation>전에 작업하던 노트입니다. 1단계, {when}.</translation>
    </message>
    <message>
      <source>You worked on these notes before: {decided} of {findings} decided, the last step {when}.</source>
      <translation>전에 작업하던 노트입니다. {findings}건 중 {decided}건 결정, 마지막 작업 {when}.</translation>
    </message>
    <message>
      <source>You worked on these notes before: {steps} steps, the last {when}.</source>
      <translation>전에 작업하던 노트입니다. {steps}단계, 마지막 작업 {when}.</translation>
    </message>
    <message>
      <source>{name} is what you work on</source>
      <translation>이미 작업하고 있습니다: {name}</translation>
    </message>
  </context>
  <context>
    <name>OutlineList</name>
    <message>
      <source>Chapters</source>
      <translation>챕터</translation>
    </message>
  </context>
  <context>
    <name>OutlinePanel</name>
    <message>
      <source>Join</source>
      <translation>합치기</translation>
    </message>
    <message>
      <source>Outline</source>
      <translation>개요</translation>
    </message>
    <message>
      <source>Rename</source>
      <translation>이름 바꾸기</translation>
    </message>
    <message>
      <source>Split</source>
      <translation>나누기</translation>
    </message>
    <message>
      <source>Titles</source>
      <translation>제목</translation>
    </message>
    <message>
      <source>Titles that the chunks offer</source>
      <translation>청크에서 제안하는 제목</translation>
    </message>
  </context>
  <context>
    <name>Palette</name>
    <message>
      <source>Do anything</source>
      <translation>무엇이든 실행</translation>
    </message>
    <message>
      <source>What can be done</source>
      <translation>할 수 있는 일</translation>
    </message>
    <message>
      <source>What should be done?</source>
      <translation>무엇을 할까요?</translation>
    </message>
  </context>
  <context>
    <name>PartView</name>
    <message>
      <source>Take the words of {origin}</source>
      <translation>{origin} 문구 쓰기</translation>
    </message>
    <message>
      <source>Take these words</source>
      <translation>이 문구 쓰기</translation>
    </message>
  </context>
  <context>
    <name>PasteNotesDialog</name>
    <message>
      <source>Notes</source>
      <translation>노트</translation>
    </message>
    <message>
      <source>Paste notes</source>
      <translation>노트 붙여 넣기</translation>
    </message>
    <message>
      <source>Take these notes</source>
      <translation>이 노트 쓰기</translation>
    </message>
    <message>
      <source>The notes of chunk {number}</source>
      <translation>청크 {number}의 노트</translation>
    </message>
    <message>
      <source>They take the place of what was read, in one step that Undo takes back. No file is written.</source>
      <translation>읽은 노트를 한 단계로 대신하며 실행 취소할 수 있습니다. 파일은 쓰지 않습니다.</translation>
    </message>
  </context>
  <context>
    <name>Preferences</name>
    <message>
      <source>As the system</source>
      <translation>시스템과 같게</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>어둡게</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>언어</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>밝게</translation>
    </message>
    <message>
      <source>Preferences</source>
      <translation>환경 설정</translation>
    </message>
    <message>
      <source>Scroll the panes together</source>
      <translation>함께 스크롤</translation>
    </message>
    <message>
      <source>The language changes when Notestitch is started again.</source>
      <translation>언어는 Notestitch를 다시 시작하면 바뀝니다.</translation>
    </message>
    <message>
      <source>Theme</source>
      <translation>테마</translation>
    </message>
  </context>
  <context>
    <name>PreviewPanel</name>
    <message>
      <source>Preview</source>
      <translation>미리 보기</translation>
    </message>
    <message>
      <source>The document as it will be exported</source>
      <translation>내보낼 모습 그대로의 문서</translation>
    </message>
  </context>
  <context>
    <name>QueueList</name>
    <message>
      <source>Findings</source>
      <translation>검토 사항</translation>
    </message>
  </context>
  <context>
    <name>QueuePanel</name>
    <message>
      <source>0 keeps {count} apart</source>
      <translation>0: {count}건 둘 다 유지</translation>
    </message>
    <message>
      <source>D calls {count} all right</source>
      <translation>D: {count}건 그대로 두기</translation>
    </message>
    <message>
      <source>Enter fixes {count}</source>
      <translation>Enter: {count}건 고치기</translation>
    </message>
    <message>
      <source>Enter merges {count}</source>
      <translation>Enter: {count}건 병합</translation>
    </message>
    <message>
      <source>Enter names the speaker of {count}</source>
      <translation>Enter: {count}건 화자 지정</translation>
    </message>
    <message>
      <source>Esc unmarks</source>
      <translation>Esc: 표시 해제</translation>
    </message>
    <message>
      <source>Looking for duplicates…</source>
      <translation>중복을 찾는 중…</translation>
    </message>
    <message>
      <source>No duplicates, no times out of order, no chunk without notes.</source>
      <translation>중복도, 순서가 어긋난 시각도, 노트 없는 청크도 없습니다.</translation>
    </message>
    <message>
      <source>Nothing found</source>
      <translation>검토할 것이 없습니다</translation>
    </message>
    <message>
      <source>Nothing of the kind that is shown. “Show all” brings the others back.</source>
      <translation>지금 조건에 맞는 것이 없습니다. ‘모두 보기’를 누르면 나머지가 다시 나옵니다.</translation>
    </message>
    <message>
      <source>Nothing opened yet</source>
      <translation>아직 연 것이 없습니다</translation>
    </message>
    <message>
      <source>Resolve {count} certain…</source>
      <translation>확실한 {count}건 처리…</translation>
    </message>
    <message>
      <source>{count} certain…</source>
      <translation>확실한 {count}건…</translation>
    </message>
    <message>
      <source>{count} marked</source>
      <translation>{count}건 표시함</translation>
    </message>
  </context>
  <context>
    <name>ReadyBadge</name>
    <message>
      <source>Click to go to the first.</source>
      <translation>클릭하면 첫 번째로 이동합니다.</translation>
    </message>
    <message>
      <source>Ready</source>
      <translation>준비 완료</translation>
    </message>
    <message>
      <source>The export is being checked.</source>
      <translation>내보낼 문서를 검사하고 있습니다.</translation>
    </message>
    <message>
      <source>The export was read again and checked: nothing is open and nothing is lost.</source>
      <translation>내보낼 문서를 다시 읽어 검사했습니다. 미결도 누락도 없습니다.</translation>
    </message>
    <message>
      <source>checking…</source>
      <translation>검사 중…</translation>
    </message>
    <message>
      <source>{count} until ready</source>
      <translation>준비까지 {count}건</translation>
    </message>
  </context>
  <context>
    <name>Readying</name>
    <message>
      <source>Some entries are lost: the ledger lists them</source>
      <translation>누락된 항목이 있습니다. 장부에서 볼 수 있습니다</translation>
    </message>
  </context>
  <context>
    <name>ReasonDialog</name>
    <message>
      <source>All right as it is</source>
      <translation>그대로 두기</translation>
    </message>
    <message>
      <source>Call {count} all right</source>
      <translation>{count}건 그대로 두기</translation>
    </message>
    <message>
      <source>It is all right</source>
      <translation>그대로 두기</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>이유</translation>
    </message>
    <message>
      <source>The reason is kept with your decisions, not in the document.</source>
      <translation>이유는 문서가 아니라 결정 기록에 남습니다.</translation>
    </message>
    <message>
      <source>Why? This may stay empty.</source>
      <translation>이유(비워 두어도 됩니다)</translation>
    </message>
    <message>
      <source>it does not matter here</source>
      <translation>여기서는 중요하지 않음</translation>
    </message>
    <message>
      <source>it is meant so</source>
      <translation>의도한 것임</translation>
    </message>
    <message>
      <source>nothing can be done about it</source>
      <translation>어쩔 수 없음</translation>
    </message>
    <message>
      <source>the source is wrong</source>
      <translation>원본이 틀림</translation>
    </message>
  </context>
  <context>
    <name>RecentButton</name>
    <message>
      <source>all {findings} decided</source>
      <translation>{findings}건 모두 결정</translation>
    </message>
    <message>
      <source>{decided} of {findings} decided</source>
      <translation>{findings}건 중 {decided}건 결정</translation>
    </message>
  </context>
  <context>
    <name>ReloadDialog</name>
    <message>
      <source>Changed files</source>
      <translation>바뀐 파일</translation>
    </message>
    <message>
      <source>Changed: {names}</source>
      <translation>바뀜: {names}</translation>
    </message>
    <message>
      <source>Decisions that move with their notes: {count}</source>
      <translation>노트와 함께 옮겨지는 결정: {count}건</translation>
    </message>
    <message>
      <source>Decisions that stay as they are: {count}</source>
      <translation>그대로인 결정: {count}건</translation>
    </message>
    <message>
      <source>Decisions to confirm: {count}</source>
      <translation>확인할 결정: {count}건</translation>
    </message>
    <message>
      <source>Decisions whose notes are not found again: {count}</source>
      <translation>노트를 다시 찾지 못한 결정: {count}건</translation>
    </message>
    <message>
      <source>Is it the same? Uncheck what is not.</source>
      <translation>같은 내용인가요? 아닌 것은 선택을 해제하세요.</translation>
    </message>
    <message>
      <source>Not found again</source>
      <translation>다시 찾지 못한 것</translation>
    </message>
    <message>
      <source>Not found again:</source>
      <translation>다시 찾지 못한 것:</translation>
    </message>
    <message>
      <source>Notes that are gone: {count}</source>
      <translation>없어진 노트: {count}개</translation>
    </message>
    <message>
      <source>Notes that are new: {count}</source>
      <translation>새 노트: {count}개</translation>
    </message>
    <message>
      <source>Nothing changed</source>
      <translation>바뀐 것 없음</translation>
    </message>
    <message>
      <source>One step, which Undo takes back. The files are never written.</source>
      <translation>한 단계로 처리하며 실행 취소할 수 있습니다. 파일에는 쓰지 않습니다.</translation>
    </message>
    <message>
      <source>Take the new notes</source>
      <translation>새 노트 쓰기</translation>
    </message>
    <message>
      <source>To confirm</source>
      <translation>확인할 것</translation>
    </message>
  </context>
  <context>
    <name>ResolveDialog</name>
    <message>
      <source>Answering</source>
      <translation>처리 중</translation>
    </message>
    <message>
      <source>Call {count} all right</source>
      <translation>{count}건 그대로 두기</translation>
    </message>
    <message>
      <source>Fix</source>
      <translation>고치기</translation>
    </message>
    <message>
      <source>Fix {count}</source>
      <translation>{count}건 고치기</translation>
    </message>
    <message>
      <source>It is all right</source>
      <translation>그대로 두기</translation>
    </message>
    <message>
      <source>Keep both</source>
      <translation>둘 다 유지</translation>
    </message>
    <message>
      <source>Keep {count} apart</source>
      <translation>{count}건 둘 다 유지</translation>
    </message>
    <message>
      <source>Merge</source>
      <translation>병합</translation>
    </message>
    <message>
      <source>Merge {count}</source>
      <translation>{count}건 병합</translation>
    </message>
    <message>
      <source>One step, which Undo takes back. Uncheck what is to stay open.</source>
      <translation>한 단계로 처리하며 한 번에 실행 취소할 수 있습니다. 남겨 둘 것은 선택을 해제하세요.</translation>
    </message>
    <message>
      <source>Set it for {count}</source>
      <translation>{count}건에 지정</translation>
    </message>
    <message>
      <source>Set the speaker</source>
      <translation>화자 지정</translation>
    </message>
    <message>
      <source>Speaker</source>
      <translation>화자</translation>
    </message>
    <message>
      <source>What it will be done with</source>
      <translation>처리할 대상</translation>
    </message>
  </context>
  <context>
    <name>RowEditor</name>
    <message>
      <source>Edit the text of this row</source>
      <translation>이 행의 글 편집</translation>
    </message>
  </context>
  <context>
    <name>RuleRow</name>
    <message>
      <source>Fix {count}</source>
      <translation>{count}건 고치기</translation>
    </message>
    <message>
      <source>Fix: {rule}</source>
      <translation>고치기: {rule}</translation>
    </message>
    <message>
      <source>Show {count}</source>
      <translation>{count}건 보기</translation>
    </message>
    <message>
      <source>Show: {rule}</source>
      <translation>보기: {rule}</translation>
    </message>
    <message>
      <source>checking…</source>
      <translation>검사 중…</translation>
    </message>
    <message>
      <source>kept</source>
      <translation>지킴</translation>
    </message>
    <message>
      <source>{count} found</source>
      <translation>{count}건</translation>
    </message>
  </context>
  <context>
    <name>RulesPanel</name>
    <message>
      <source>Rules</source>
      <translation>규칙</translation>
    </message>
    <message>
      <source>{kept} of {all} rules kept</source>
      <translation>규칙 {all}개 중 {kept}개 지킴</translation>
    </message>
  </context>
  <context>
    <name>Shortcuts</name>
    <message>
      <source>All keys</source>
      <translation>단축키 전체</translation>
    </message>
    <message>
      <source>In the queue</source>
      <translation>검토 목록에서</translation>
    </message>
    <message>
      <source>Key</source>
      <translation>키</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>키</translation>
    </message>
    <message>
      <source>Keys without Ctrl, Alt or F work while the queue has the focus.</source>
      <translation>Ctrl, Alt, F가 없는 키는 검토 목록에 초점이 있을 때 쓸 수 있습니다.</translation>
    </message>
    <message>
      <source>Search for what it does, or for a key</source>
      <translation>기능이나 키로 검색</translation>
    </message>
    <message>
      <source>What it does</source>
      <translation>기능</translation>
    </message>
  </context>
  <context>
    <name>SpeakerDialog</name>
    <message>
      <source>All {count} quotes of “{label}”</source>
      <translation>화자가 “{label}”인 인용 {count}개 모두</translation>
    </message>
    <message>
      <source>All {count} quotes without a speaker</source>
      <translation>화자 없는 인용 {count}개 모두</translation>
    </message>
    <message>
      <source>Known speakers</source>
      <translation>이미 나온 화자</translation>
    </message>
    <message>
      <source>Set it for {count}</source>
      <translation>인용 {count}개에 지정</translation>
    </message>
    <message>
      <source>Set the speaker</source>
      <translation>화자 지정</translation>
    </message>
    <message>
      <source>Speaker</source>
      <translation>화자</translation>
    </message>
    <message>
      <source>Type a name</source>
      <translation>이름 입력</translation>
    </message>
    <message>
      <source>Who says this?</source>
      <translation>누가 한 말인가요?</translation>
    </message>
  </context>
  <context>
    <name>StartPage</name>
    <message>
      <source>Go on with</source>
      <translation>이어서 작업하기</translation>
    </message>
    <message>
      <source>Or drop chunk files, a folder, a merge prompt or a session anywhere here.</source>
      <translation>청크 파일, 폴더, 병합 프롬프트, 세션을 여기에 끌어다 놓아도 됩니다.</translation>
    </message>
    <message>
      <source>Turns the notes on overlapping parts of an episode into one document that you have approved.</source>
      <translation>에피소드의 겹치는 구간마다 쓴 노트를, 직접 확인한 문서 하나로 만듭니다.</translation>
    </message>
  </context>
  <context>
    <name>StatusLine</name>
    <message>
      <source>Not saved: {reason}</source>
      <translation>저장되지 않음: {reason}</translation>
    </message>
    <message>
      <source>Nothing changed yet</source>
      <translation>바뀐 것 없음</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>진행률</translation>
    </message>
    <message>
      <source>Read only: {reason}</source>
      <translation>읽기 전용: {reason}</translation>
    </message>
    <message>
      <source>Save a copy…</source>
      <translation>사본 저장…</translation>
    </message>
    <message>
      <source>Saved</source>
      <translation>저장됨</translation>
    </message>
    <message>
      <source>Saving…</source>
      <translation>저장 중…</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>중지</translation>
    </message>
    <message>
      <source>Stop what is being worked on</source>
      <translation>진행 중인 작업 중지</translation>
    </message>
    <message>
      <source>Taking it in</source>
      <translation>반영하는 중</translation>
    </message>
    <message>
      <source>changed since it was exported to {name}</source>
      <translation>내보낸 뒤 바뀜: {name}</translation>
    </message>
    <message>
      <source>exported to {name}</source>
      <translation>내보냄: {name}</translation>
    </message>
    <message>
      <source>not exported yet</source>
      <translation>아직 내보내지 않음</translation>
    </message>
  </context>
  <context>
    <name>SummaryPanel</name>
    <message>
      <source>Exactly three lines tell what the episode is about.</source>
      <translation>에피소드의 내용을 정확히 세 줄로 알립니다.</translation>
    </message>
    <message>
      <source>Looking for words</source>
      <translation>문구를 찾는 중</translation>
    </message>
    <message>
      <source>Summary</source>
      <translation>요약</translation>
    </message>
  </context>
  <context>
    <name>TimelinePanel</name>
    <message>
      <source>Drag to move the border between these chapters</source>
      <translation>끌어서 두 챕터의 경계를 옮기세요</translation>
    </message>
    <message>
      <source>Nothing here has a time yet</source>
      <translation>아직 시각이 있는 것이 없습니다</translation>
    </message>
    <message>
      <source>The border stays where it is</source>
      <translation>경계를 그대로 둡니다</translation>
    </message>
    <message>
      <source>Timeline</source>
      <translation>타임라인</translation>
    </message>
  </context>
  <context>
    <name>Watching</name>
    <message>
      <source>All files are as they were read</source>
      <translation>모든 파일이 읽은 그대로입니다</translation>
    </message>
    <message>
      <source>Cannot be read any more: {names}; the notes are still here</source>
      <translation>읽을 수 없게 된 파일: {names}. 노트는 그대로 있습니다</translation>
    </message>
    <message>
      <source>Changed on disk: {names} — F5 to look</source>
      <translation>바뀐 파일: {names} — F5로 살펴보기</translation>
    </message>
    <message>
      <source>Gone from disk: {names}; the notes are still here</source>
      <translation>없어진 파일: {names}. 노트는 그대로 있습니다</translation>
    </message>
    <message>
      <source>Holds no notes any more: {names}; the notes are still here</source>
      <translation>노트가 없어진 파일: {names}. 노트는 그대로 있습니다</translation>
    </message>
    <message>
      <source>Later</source>
      <translation>나중에</translation>
    </message>
    <message>
      <source>Look (F5)</source>
      <translation>살펴보기 (F5)</translation>
    </message>
    <message>
      <source>Looking at the files</source>
      <translation>파일을 살펴보는 중</translation>
    </message>
    <message>
      <source>New on disk: {names} — F5 to look</source>
      <translation>새 파일: {names} — F5로 살펴보기</translation>
    </message>
    <message>
      <source>The new notes are taken in; Undo takes all of it back</source>
      <translation>새 노트를 넣었습니다. 실행 취소하면 모두 되돌립니다</translation>
    </message>
  </context>
  <context>
    <name>Workspace</name>
    <message>
      <source>1 further finding is settled by this</source>
      <translation>이 결정으로 다른 검토 사항 1건도 해결되었습니다</translation>
    </message>
    <message>
      <source>A file, or the address of the page that plays it</source>
      <translation>파일, 또는 재생할 수 있는 페이지 주소</translation>
    </message>
    <message>
      <source>An episode is open. What is to be done with what you copied?</source>
      <translation>에피소드가 열려 있습니다. 복사한 내용을 어떻게 할까요?</translation>
    </message>
    <message>
      <source>An episode is open. What is to be done with what you dropped?</source>
      <translation>에피소드가 열려 있습니다. 끌어다 놓은 내용을 어떻게 할까요?</translation>
    </message>
    <message>
      <source>Call {count} all right</source>
      <translation>{count}건 그대로 두기</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>취소</translation>
    </message>
    <message>
      <source>Drop this</source>
      <translation>제외</translation>
    </message>
    <message>
      <source>Drop {count} rows</source>
      <translation>{count}행 제외</translation>
    </message>
    <message>
      <source>Everything here is decided</source>
      <translation>여기는 모두 결정했습니다</translation>
    </message>
    <message>
      <source>For example 1:02:03, 62:03 or 3723</source>
      <translation>예: 1:02:03, 62:03, 3723</translation>
    </message>
    <message>
      <source>Go to time</source>
      <translation>시각으로 이동</translation>
    </message>
    <message>
      <source>Install mpv or VLC to hear a recording from a certain second</source>
      <translation>원하는 시각부터 들으려면 mpv나 VLC를 설치하세요</translation>
    </message>
    <message>
      <source>It stands at its time already</source>
      <translation>이미 시간순 자리에 있습니다</translation>
    </message>
    <message>
      <source>Keep {count} apart</source>
      <translation>{count}건 둘 다 유지</translation>
    </message>
    <message>
      <source>Leave it out</source>
      <translation>넣지 않기</translation>
    </message>
    <message>
      <source>Merge {count}</source>
      <translation>{count}건 병합</translation>
    </message>
    <message>
      <source>Nothing can be done about this by itself; it is yours to decide</source>
      <translation>자동으로 고칠 수 없습니다. 직접 결정하세요</translation>
    </message>
    <message>
      <source>Open as another episode</source>
      <translation>다른 에피소드로 열기</translation>
    </message>
    <message>
      <source>Open the notes first that the decisions were made on</source>
      <translation>먼저 결정의 바탕이 된 노트를 여세요</translation>
    </message>
    <message>
      <source>Paste the notes of chunk {number}</source>
      <translation>청크 {number}의 노트 붙여 넣기</translation>
    </message>
    <message>
      <source>Replace the notes of chunk {number}…</source>
      <translation>청크 {number}의 노트 바꾸기…</translation>
    </message>
    <message>
      <source>Resolve the certain ones</source>
      <translation>확실한 것 처리</translation>
    </message>
    <message>
      <source>Speaker of all marked quotes</source>
      <translation>표시한 모든 인용의 화자</translation>
    </message>
    <message>
      <source>Taking over decisions</source>
      <translation>결정을 가져오는 중</translation>
    </message>
    <message>
      <source>The chapter begins here already</source>
      <translation>챕터가 이미 여기에서 시작합니다</translation>
    </message>
    <message>
      <source>The clipboard holds no text and no file</source>
      <translation>클립보드에 글도 파일도 없습니다</translation>
    </message>
    <message>
      <source>The recording {name} is not there</source>
      <translation>녹음을 찾을 수 없습니다: {name}</translation>
    </message>
    <message>
      <source>There is no chapter before this one</source>
      <translation>이 앞에는 챕터가 없습니다</translation>
    </message>
    <message>
      <source>There is no note before this one to join it with</source>
      <translation>이 앞에 합칠 노트가 없습니다</translation>
    </message>
    <message>
      <source>There is no time here to make later or earlier. What gives it one: {action}</source>
      <translation>여기에는 옮길 시각이 없습니다. 시각을 주려면: {action}</translation>
    </message>
    <message>
      <source>This is done with one row at a time; {count} are selected</source>
      <translation>한 번에 한 행만 할 수 있습니다. 지금 {count}행을 선택했습니다</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>시각</translation>
    </message>
    <message>
      <source>When is this said?</source>
      <translation>언제 나온 말인가요?</translation>
    </message>
    <message>
      <source>Where is the recording?</source>
      <translation>녹음은 어디에 있나요?</translation>
    </message>
    <message>
      <source>Who says these?</source>
      <translation>누가 한 말들인가요?</translation>
    </message>
    <message>
      <source>Why? The ledger keeps the reason.</source>
      <translation>이유를 쓰세요. 장부에 남습니다.</translation>
    </message>
    <message>
      <source>Why? The reason is kept with your decisions, not in the document.</source>
      <translation>이유를 쓰세요. 문서가 아니라 결정 기록에 남습니다.</translation>
    </message>
    <message>
      <source>advertisement</source>
      <translation>광고</translation>
    </message>
    <message>
      <source>not worth keeping</source>
      <translation>남길 만하지 않음</translation>
    </message>
    <message>
      <source>said elsewhere</source>
      <translation>다른 곳에 나옴</translation>
    </message>
    <message>
      <source>wrong</source>
      <translation>틀린 내용</translation>
    </message>
    <message>
      <source>{answer} and go on</source>
      <translation>{answer} 후 다음으로</translation>
    </message>
    <message>
      <source>{count} answered in one step</source>
      <translation>{count}건을 한 단계로 처리했습니다</translation>
    </message>
    <message>
      <source>{count} further findings are settled by this</source>
      <translation>이 결정으로 다른 검토 사항 {count}건도 해결되었습니다</translation>
    </message>
    <message>
      <source>“{text}” is no time</source>
      <translation>“{text}”: 시각이 아닙니다</translation>
    </message>
    <message>
      <source>“{text}” is no time; write it as 12:34, 1:02:03 or in seconds</source>
      <translation>“{text}”: 시각이 아닙니다. 12:34, 1:02:03 또는 초 단위로 쓰세요</translation>
    </message>
  </context>
  <context>
    <name>Writing</name>
    <message>
      <source>A note goes with a reason: Esc, then Alt+Delete</source>
      <translation>노트를 제외하려면 이유가 필요합니다. Esc를 누른 뒤 Alt+Delete를 누르세요</translation>
    </message>
    <message>
      <source>Shift+Enter splits a note where the cursor stands, between two words</source>
      <translation>Shift+Enter는 두 단어 사이의 커서 자리에서 노트를 나눕니다</translation>
    </message>
    <message>
      <source>The Down key offers the titles that the chunks have</source>
      <translation>아래 화살표 키를 누르면 청크의 제목을 고를 수 있습니다</translation>
    </message>
    <message>
      <source>There is no note before this one to join it with</source>
      <translation>이 앞에 합칠 노트가 없습니다</translation>
    </message>
  </context>
  <context>
    <name>actions</name>
    <message>
      <source>&amp;Chapter</source>
      <translation>챕터(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Edit</source>
      <translation>편집(&amp;E)</translation>
    </message>
    <message>
      <source>&amp;File</source>
      <translation>파일(&amp;F)</translation>
    </message>
    <message>
      <source>&amp;Help</source>
      <translation>도움말(&amp;H)</translation>
    </message>
    <message>
      <source>&amp;Review</source>
      <translation>검토(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Time</source>
      <translation>시각(&amp;T)</translation>
    </message>
    <message>
      <source>&amp;View</source>
      <translation>보기(&amp;V)</translation>
    </message>
    <message>
      <source>1 second earlier</source>
      <translation>1초 당기기</translation>
    </message>
    <message>
      <source>1 second later</source>
      <translation>1초 늦추기</translation>
    </message>
    <message>
      <source>5 seconds earlier</source>
      <translation>5초 당기기</translation>
    </message>
    <message>
      <source>5 seconds later</source>
      <translation>5초 늦추기</translation>
    </message>
    <message>
      <source>Accept and go on</source>
      <translation>받아들이고 다음으로</translation>
    </message>
    <message>
      <source>Add a note below</source>
      <translation>아래에 노트 추가</translation>
    </message>
    <message>
      <source>Add a note beneath this one</source>
      <translation>하위 노트 추가</translation>
    </message>
    <message>
      <source>Add a quote</source>
      <translation>인용 추가</translation>
    </message>
    <message>
      <source>All keys</source>
      <translation>단축키 전체</translation>
    </message>
    <message>
      <source>Bring in as a note</source>
      <translation>노트로 넣기</translation>
    </message>
    <message>
      <source>Bring the source entry in</source>
      <translation>원본 항목 넣기</translation>
    </message>
    <message>
      <source>By hand…</source>
      <translation>직접 병합…</translation>
    </message>
    <message>
      <source>Change the time…</source>
      <translation>시각 바꾸기…</translation>
    </message>
    <message>
      <source>Choose the recording…</source>
      <translation>녹음 고르기…</translation>
    </message>
    <message>
      <source>Chunks beside the merged notes</source>
      <translation>병합 결과 옆에 청크 보기</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>닫기</translation>
    </message>
    <message>
      <source>Dark theme</source>
      <translation>어두운 테마</translation>
    </message>
    <message>
      <source>Do anything…</source>
      <translation>무엇이든 실행…</translation>
    </message>
    <message>
      <source>Drop with a reason…</source>
      <translation>이유를 달아 제외…</translation>
    </message>
    <message>
      <source>Edit the text</source>
      <translation>글 편집</translation>
    </message>
    <message>
      <source>Export again</source>
      <translation>다시 내보내기</translation>
    </message>
    <message>
      <source>Export…</source>
      <translation>내보내기…</translation>
    </message>
    <message>
      <source>Find</source>
      <translation>찾기</translation>
    </message>
    <message>
      <source>Find and replace…</source>
      <translation>찾아 바꾸기…</translation>
    </message>
    <message>
      <source>Find in chunks…</source>
      <translation>청크에서 찾기…</translation>
    </message>
    <message>
      <source>Fix it</source>
      <translation>고치기</translation>
    </message>
    <message>
      <source>Full screen</source>
      <translation>전체 화면</translation>
    </message>
    <message>
      <source>Go to time…</source>
      <translation>시각으로 이동…</translation>
    </message>
    <message>
      <source>How to work with Notestitch</source>
      <translation>Notestitch 사용 방법</translation>
    </message>
    <message>
      <source>Indent</source>
      <translation>들여쓰기</translation>
    </message>
    <message>
      <source>It is all right</source>
      <translation>그대로 두기</translation>
    </message>
    <message>
      <source>It is all right, because…</source>
      <translation>이유를 달아 그대로 두기…</translation>
    </message>
    <message>
      <source>Join with the chapter before</source>
      <translation>앞 챕터와 합치기</translation>
    </message>
    <message>
      <source>Join with the note before</source>
      <translation>앞 노트와 합치기</translation>
    </message>
    <message>
      <source>Keep both</source>
      <translation>둘 다 유지</translation>
    </message>
    <message>
      <source>Larger text</source>
      <translation>글자 크게</translation>
    </message>
    <message>
      <source>Later</source>
      <translation>나중에</translation>
    </message>
    <message>
      <source>Leave copy {number} out of the merge</source>
      <translation>병합에서 {number}번 빼기</translation>
    </message>
    <message>
      <source>Leave it out, because…</source>
      <translation>이유를 달아 넣지 않기…</translation>
    </message>
    <message>
      <source>Ledger of all entries</source>
      <translation>전체 항목 장부</translation>
    </message>
    <message>
      <source>Light theme</source>
      <translation>밝은 테마</translation>
    </message>
    <message>
      <source>Look for changed files</source>
      <translation>바뀐 파일 확인</translation>
    </message>
    <message>
      <source>Mark or unmark</source>
      <translation>표시 또는 표시 해제</translation>
    </message>
    <message>
      <source>Merge</source>
      <translation>병합</translation>
    </message>
    <message>
      <source>Merge by hand…</source>
      <translation>직접 병합…</translation>
    </message>
    <message>
      <source>Merge the selected rows…</source>
      <translation>선택한 행 병합…</translation>
    </message>
    <message>
      <source>Merge with the words of copy {number}</source>
      <translation>{number}번 문구로 병합</translation>
    </message>
    <message>
      <source>Move down</source>
      <translation>아래로 옮기기</translation>
    </message>
    <message>
      <source>Move to its time</source>
      <translation>시간순 자리로 옮기기</translation>
    </message>
    <message>
      <source>Move up</source>
      <translation>위로 옮기기</translation>
    </message>
    <message>
      <source>New note</source>
      <translation>새 노트</translation>
    </message>
    <message>
      <source>New quote</source>
      <translation>새 인용</translation>
    </message>
    <message>
      <source>Next finding</source>
      <translation>다음 검토 사항</translation>
    </message>
    <message>
      <source>Next pane</source>
      <translation>다음 창</translation>
    </message>
    <message>
      <source>Next undecided</source>
      <translation>다음 미결정 사항</translation>
    </message>
    <message>
      <source>Notes as read, and what is wrong with them</source>
      <translation>읽은 노트와 그 문제</translation>
    </message>
    <message>
      <source>Open a merge to audit…</source>
      <translation>점검할 병합 문서 열기…</translation>
    </message>
    <message>
      <source>Open folder…</source>
      <translation>폴더 열기…</translation>
    </message>
    <message>
      <source>Open the sample episode</source>
      <translation>예제 에피소드 열기</translation>
    </message>
    <message>
      <source>Open…</source>
      <translation>열기…</translation>
    </message>
    <message>
      <source>Outdent</source>
      <translation>내어쓰기</translation>
    </message>
    <message>
      <source>Outline of chapters</source>
      <translation>챕터 개요</translation>
    </message>
    <message>
      <source>Paste notes</source>
      <translation>노트 붙여 넣기</translation>
    </message>
    <message>
      <source>Play from 5 seconds earlier</source>
      <translation>5초 전부터 재생</translation>
    </message>
    <message>
      <source>Play from here</source>
      <translation>여기부터 재생</translation>
    </message>
    <message>
      <source>Preferences…</source>
      <translation>환경 설정…</translation>
    </message>
    <message>
      <source>Preview</source>
      <translation>미리 보기</translation>
    </message>
    <message>
      <source>Previous finding</source>
      <translation>이전 검토 사항</translation>
    </message>
    <message>
      <source>Previous pane</source>
      <translation>이전 창</translation>
    </message>
    <message>
      <source>Previous undecided</source>
      <translation>이전 미결정 사항</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>다시 실행</translation>
    </message>
    <message>
      <source>Rename chapter</source>
      <translation>챕터 이름 바꾸기</translation>
    </message>
    <message>
      <source>Resolve the certain ones…</source>
      <translation>확실한 것 처리…</translation>
    </message>
    <message>
      <source>Restore</source>
      <translation>되돌리기</translation>
    </message>
    <message>
      <source>Restore the words</source>
      <translation>문구 되돌리기</translation>
    </message>
    <message>
      <source>Rules of the document</source>
      <translation>문서 규칙</translation>
    </message>
    <message>
      <source>Same choice for all remaining of this kind…</source>
      <translation>같은 종류의 나머지도 똑같이…</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>저장</translation>
    </message>
    <message>
      <source>Save a copy…</source>
      <translation>사본 저장…</translation>
    </message>
    <message>
      <source>Scroll the panes together</source>
      <translation>함께 스크롤</translation>
    </message>
    <message>
      <source>Set the speaker…</source>
      <translation>화자 지정…</translation>
    </message>
    <message>
      <source>Show the source, or where it went</source>
      <translation>출처 또는 간 곳 보기</translation>
    </message>
    <message>
      <source>Smaller text</source>
      <translation>글자 작게</translation>
    </message>
    <message>
      <source>Split chapter here</source>
      <translation>여기에서 챕터 나누기</translation>
    </message>
    <message>
      <source>Summary lines</source>
      <translation>요약 줄</translation>
    </message>
    <message>
      <source>Take over decisions from a file…</source>
      <translation>파일에서 결정 가져오기…</translation>
    </message>
    <message>
      <source>Text at its usual size</source>
      <translation>글자 기본 크기</translation>
    </message>
    <message>
      <source>Theme of the system</source>
      <translation>시스템 테마</translation>
    </message>
    <message>
      <source>Timeline</source>
      <translation>타임라인</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>실행 취소</translation>
    </message>
    <message>
      <source>Unmark all</source>
      <translation>모든 표시 해제</translation>
    </message>
    <message>
      <source>in the queue {key}</source>
      <translation>검토 목록에서는 {key}</translation>
    </message>
  </context>
  <context>
    <name>core</name>
    <message>
      <source>0</source>
      <translation>0</translation>
    </message>
    <message>
      <source>1 chapter</source>
      <translation>챕터 1개</translation>
    </message>
    <message>
      <source>1 character, rather short ({short} to {long} read well)</source>
      <translation>1자, 조금 짧습니다(알맞은 길이 {short}–{long}자)</translation>
    </message>
    <message>
      <source>1 chunk</source>
      <translation>청크 1개</translation>
    </message>
    <message>
      <source>1 note</source>
      <translation>노트 1개</translation>
    </message>
    <message>
      <source>1 quote</source>
      <translation>인용 1개</translation>
    </message>
    <message>
      <source>A time on every note</source>
      <translation>모든 노트에 시각</translation>
    </message>
    <message>
      <source>Added by the editor</source>
      <translation>편집자가 추가함</translation>
    </message>
    <message>
      <source>All right as it is</source>
      <translation>그대로 둠</translation>
    </message>
    <message>
      <source>All right as it is: {reason}</source>
      <translation>그대로 둠: {reason}</translation>
    </message>
    <message>
      <source>All that is left keeps the document from being ready.</source>
      <translation>남은 것을 모두 결정해야 준비가 끝납니다.</translation>
    </message>
    <message>
      <source>Altered quote</source>
      <translation>바뀐 인용</translation>
    </message>
    <message>
      <source>Another language</source>
      <translation>다른 언어</translation>
    </message>
    <message>
      <source>Another speaker</source>
      <translation>화자 다름</translation>
    </message>
    <message>
      <source>Another time</source>
      <translation>시각 다름</translation>
    </message>
    <message>
      <source>As edited</source>
      <translation>편집한 문구</translation>
    </message>
    <message>
      <source>Both kept</source>
      <translation>둘 다 유지</translation>
    </message>
    <message>
      <source>Bring back what is missing</source>
      <translation>빠진 것 다시 넣기</translation>
    </message>
    <message>
      <source>Bring the note back</source>
      <translation>노트 다시 넣기</translation>
    </message>
    <message>
      <source>Bring the quote back</source>
      <translation>인용 다시 넣기</translation>
    </message>
    <message>
      <source>Changed fact</source>
      <translation>바뀐 사실</translation>
    </message>
    <message>
      <source>Chapter heading</source>
      <translation>챕터 제목</translation>
    </message>
    <message>
      <source>Chapter headings</source>
      <translation>챕터 제목 형식</translation>
    </message>
    <message>
      <source>Chapter {number}</source>
      <translation>챕터 {number}</translation>
    </message>
    <message>
      <source>Chapters overlap</source>
      <translation>챕터 겹침</translation>
    </message>
    <message>
      <source>Chunk without notes</source>
      <translation>노트 없는 청크</translation>
    </message>
    <message>
      <source>Chunk {number}</source>
      <translation>청크 {number}</translation>
    </message>
    <message>
      <source>Chunk {number} · {first}–{last} · {notes}</source>
      <translation>청크 {number} · {first}–{last} · {notes}</translation>
    </message>
    <message>
      <source>Chunks {first}–{last}</source>
      <translation>청크 {first}–{last}</translation>
    </message>
    <message>
      <source>Correct the clock</source>
      <translation>시각 보정</translation>
    </message>
    <message>
      <source>Correct the clock by {offset}</source>
      <translation>시각 {offset} 보정</translation>
    </message>
    <message>
      <source>Cut off</source>
      <translation>잘린 노트</translation>
    </message>
    <message>
      <source>Dropped</source>
      <translation>제외</translation>
    </message>
    <message>
      <source>Duplicates</source>
      <translation>중복</translation>
    </message>
    <message>
      <source>Edited</source>
      <translation>편집</translation>
    </message>
    <message>
      <source>Empty</source>
      <translation>빈 청크</translation>
    </message>
    <message>
      <source>Extra section</source>
      <translation>규칙 밖의 부분</translation>
    </message>
    <message>
      <source>Fix it</source>
      <translation>고치기</translation>
    </message>
    <message>
      <source>Gap</source>
      <translation>빈 구간</translation>
    </message>
    <message>
      <source>Gaps</source>
      <translation>빈 구간</translation>
    </message>
    <message>
      <source>Give it its time</source>
      <translation>시각 넣기</translation>
    </message>
    <message>
      <source>In the document</source>
      <translation>문서</translation>
    </message>
    <message>
      <source>Kept</source>
      <translation>유지</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>언어</translation>
    </message>
    <message>
      <source>Line not understood</source>
      <translation>해석하지 못한 줄</translation>
    </message>
    <message>
      <source>Lines</source>
      <translation>줄</translation>
    </message>
    <message>
      <source>Lost</source>
      <translation>누락</translation>
    </message>
    <message>
      <source>Lost note</source>
      <translation>누락된 노트</translation>
    </message>
    <message>
      <source>Lost quote</source>
      <translation>누락된 인용</translation>
    </message>
    <message>
      <source>Make it three lines</source>
      <translation>세 줄로 만들기</translation>
    </message>
    <message>
      <source>Merge it with the original</source>
      <translation>원래 청크와 병합</translation>
    </message>
    <message>
      <source>Merged</source>
      <translation>병합</translation>
    </message>
    <message>
      <source>Missing chunk</source>
      <translation>없는 청크</translation>
    </message>
    <message>
      <source>Mixed ways to write times</source>
      <translation>시각 표기 섞임</translation>
    </message>
    <message>
      <source>Move to its time</source>
      <translation>시간순 자리로 옮기기</translation>
    </message>
    <message>
      <source>Much is missing</source>
      <translation>많이 빠짐</translation>
    </message>
    <message>
      <source>No chunk holds a note yet. “What can be done” says how to go on; a chunk may be dropped here too.</source>
      <translation>노트가 든 청크가 아직 없습니다. ‘할 수 있는 일’에서 다음 방법을 볼 수 있고, 청크를 여기에 끌어다 놓아도 됩니다.</translation>
    </message>
    <message>
      <source>No other section</source>
      <translation>다른 부분 없음</translation>
    </message>
    <message>
      <source>Not in the transcript</source>
      <translation>녹취록에 없음</translation>
    </message>
    <message>
      <source>Not understood</source>
      <translation>해석 못 함</translation>
    </message>
    <message>
      <source>Note without a time</source>
      <translation>시각 없는 노트</translation>
    </message>
    <message>
      <source>Nothing invented</source>
      <translation>지어낸 내용 없음</translation>
    </message>
    <message>
      <source>Nothing left out</source>
      <translation>빠진 것 없음</translation>
    </message>
    <message>
      <source>Nothing said twice</source>
      <translation>중복 없음</translation>
    </message>
    <message>
      <source>Nothing to decide</source>
      <translation>결정할 것 없음</translation>
    </message>
    <message>
      <source>Of {left} left, {needed} until ready; the others may stay open.</source>
      <translation>남은 {left}건 중 준비까지 {needed}건. 나머지는 미결정으로 두어도 됩니다.</translation>
    </message>
    <message>
      <source>One language</source>
      <translation>한 가지 언어</translation>
    </message>
    <message>
      <source>One quote twice</source>
      <translation>인용 반복</translation>
    </message>
    <message>
      <source>Order</source>
      <translation>순서</translation>
    </message>
    <message>
      <source>Order of time</source>
      <translation>시간순</translation>
    </message>
    <message>
      <source>Out of order</source>
      <translation>순서 어긋남</translation>
    </message>
    <message>
      <source>Part the chapters</source>
      <translation>챕터 겹침 풀기</translation>
    </message>
    <message>
      <source>Quote without a speaker</source>
      <translation>화자 없는 인용</translation>
    </message>
    <message>
      <source>Quotes word for word</source>
      <translation>인용은 원문 그대로</translation>
    </message>
    <message>
      <source>Remove this section</source>
      <translation>이 부분 제거</translation>
    </message>
    <message>
      <source>Renew the heading</source>
      <translation>챕터 제목 새로 쓰기</translation>
    </message>
    <message>
      <source>Repeated chunk</source>
      <translation>반복된 청크</translation>
    </message>
    <message>
      <source>Restore the quote</source>
      <translation>인용 되돌리기</translation>
    </message>
    <message>
      <source>Restore the source’s words</source>
      <translation>원문 되돌리기</translation>
    </message>
    <message>
      <source>Restore the speaker</source>
      <translation>화자 되돌리기</translation>
    </message>
    <message>
      <source>Restore the time</source>
      <translation>시각 되돌리기</translation>
    </message>
    <message>
      <source>Shifted clock</source>
      <translation>시각 밀림</translation>
    </message>
    <message>
      <source>Speakers</source>
      <translation>화자</translation>
    </message>
    <message>
      <source>Summary</source>
      <translation>요약</translation>
    </message>
    <message>
      <source>Suspected duplicate</source>
      <translation>중복 후보</translation>
    </message>
    <message>
      <source>Take it out</source>
      <translation>제외</translation>
    </message>
    <message>
      <source>Take the episode’s title</source>
      <translation>에피소드 제목 쓰기</translation>
    </message>
    <message>
      <source>Take the other headings</source>
      <translation>에피소드 언어의 제목 쓰기</translation>
    </message>
    <message>
      <source>Take the second one out</source>
      <translation>두 번째 것 제외</translation>
    </message>
    <message>
      <source>This chunk holds no notes</source>
      <translation>이 청크에는 노트가 없습니다</translation>
    </message>
    <message>
      <source>Three summary lines</source>
      <translation>요약 세 줄</translation>
    </message>
    <message>
      <source>Time style</source>
      <translation>시각 표기</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>제목</translation>
    </message>
    <message>
      <source>Title of the episode</source>
      <translation>에피소드 제목</translation>
    </message>
    <message>
      <source>Transcript</source>
      <translation>녹취록</translation>
    </message>
    <message>
      <source>Two chunks overlap · {first}–{last}</source>
      <translation>두 청크가 겹침 · {first}–{last}</translation>
    </message>
    <message>
      <source>Untimed</source>
      <translation>시각 없음</translation>
    </message>
    <message>
      <source>Where this comes from</source>
      <translation>출처</translation>
    </message>
    <message>
      <source>Without a source</source>
      <translation>출처 없음</translation>
    </message>
    <message>
      <source>a chapter is split between two items that stand in it</source>
      <translation>챕터는 그 안에 있는 두 항목 사이에서만 나눌 수 있습니다</translation>
    </message>
    <message>
      <source>a chapter was named where a note or quote is needed</source>
      <translation>노트나 인용이 필요한 자리에 챕터가 지정되었습니다</translation>
    </message>
    <message>
      <source>a large change is being taken in; wait until it is there, or stop it</source>
      <translation>큰 변경을 반영하는 중입니다. 끝날 때까지 기다리거나 중지하세요</translation>
    </message>
    <message>
      <source>a newer Notestitch has worked on the session; save a copy</source>
      <translation>더 새로운 Notestitch에서 작업한 세션입니다. 사본을 저장하세요</translation>
    </message>
    <message>
      <source>a newer Notestitch made the session; it can only be read here, or saved as a copy</source>
      <translation>더 새로운 Notestitch에서 만든 세션입니다. 여기서는 읽거나 사본으로 저장할 수만 있습니다</translation>
    </message>
    <message>
      <source>a note at {time} lies outside the range {first}-{last}</source>
      <translation>{time} 노트가 시간 범위 {first}-{last} 밖에 있습니다</translation>
    </message>
    <message>
      <source>a note or quote was named where a chapter is needed</source>
      <translation>챕터가 필요한 자리에 노트나 인용이 지정되었습니다</translation>
    </message>
    <message>
      <source>a part of the path that should be a folder is a file; give another path</source>
      <translation>경로에서 폴더여야 할 부분이 파일입니다. 다른 경로를 지정하세요</translation>
    </message>
    <message>
      <source>a quote cannot be split: its words are the speaker's</source>
      <translation>인용은 화자의 말이므로 나눌 수 없습니다</translation>
    </message>
    <message>
      <source>a revision maps entries that are not the chunk's</source>
      <translation>새 청크가 이 청크에 없는 항목을 가리킵니다</translation>
    </message>
    <message>
      <source>a second merge prompt was read as notes of the first; give each in a file of its own</source>
      <translation>두 번째 병합 프롬프트까지 첫 번째의 노트로 읽었습니다. 프롬프트마다 파일을 따로 주세요</translation>
    </message>
    <message>
      <source>a session holds its sources; leave --sources out</source>
      <translation>세션에 원본이 들어 있습니다. --sources는 빼세요</translation>
    </message>
    <message>
      <source>a speaker's name cannot hold a straight quote mark</source>
      <translation>화자 이름에는 곧은 큰따옴표를 쓸 수 없습니다</translation>
    </message>
    <message>
      <source>a status message stands where notes should be: {text}</source>
      <translation>노트 대신 상태 메시지가 있습니다: {text}</translation>
    </message>
    <message>
      <source>accept 1 merge</source>
      <translation>병합 1건 받아들이기</translation>
    </message>
    <message>
      <source>accept {count} merges</source>
      <translation>병합 {count}건 받아들이기</translation>
    </message>
    <message>
      <source>add</source>
      <translation>추가</translation>
    </message>
    <message>
      <source>add chapter</source>
      <translation>챕터 추가</translation>
    </message>
    <message>
      <source>added</source>
      <translation>추가됨</translation>
    </message>
    <message>
      <source>added by the editor</source>
      <translation>편집자가 추가함</translation>
    </message>
    <message>
      <source>an entry that stands in no note cannot be merged; bring it in first</source>
      <translation>문서에 없는 항목은 병합할 수 없습니다. 먼저 넣으세요</translation>
    </message>
    <message>
      <source>an item cannot be moved into itself</source>
      <translation>자기 자신 아래로는 옮길 수 없습니다</translation>
    </message>
    <message>
      <source>another program holds the session; close it there, or save a copy elsewhere</source>
      <translation>다른 프로그램이 세션을 쓰고 있습니다. 그쪽에서 닫거나 다른 곳에 사본을 저장하세요</translation>
    </message>
    <message>
      <source>another program holds the session; save a copy</source>
      <translation>다른 프로그램이 세션을 쓰고 있습니다. 사본을 저장하세요</translation>
    </message>
    <message>
      <source>another session lies at this place now; save a copy</source>
      <translation>이 자리에 다른 세션이 있습니다. 사본을 저장하세요</translation>
    </message>
    <message>
      <source>another window works on the session; it can only be read here</source>
      <translation>다른 창에서 작업 중인 세션입니다. 여기서는 읽을 수만 있습니다</translation>
    </message>
    <message>
      <source>answered: {reason}</source>
      <translation>답함: {reason}</translation>
    </message>
    <message>
      <source>because: {reason}</source>
      <translation>이유: {reason}</translation>
    </message>
    <message>
      <source>before {after}, {where}</source>
      <translation>{where}, {after} 앞</translation>
    </message>
    <message>
      <source>behind {before}, {where}</source>
      <translation>{where}, {before} 뒤</translation>
    </message>
    <message>
      <source>beneath {parent}</source>
      <translation>{parent} 아래</translation>
    </message>
    <message>
      <source>beside the entries, not in the document</source>
      <translation>항목이 아니며 문서에 없음</translation>
    </message>
    <message>
      <source>beside these, lines that were not understood: {count}</source>
      <translation>이 밖에 해석하지 못한 줄: {count}</translation>
    </message>
    <message>
      <source>between {before} and {after}, {where}</source>
      <translation>{where}, {before} 뒤 · {after} 앞</translation>
    </message>
    <message>
      <source>beyond summary and chapters</source>
      <translation>요약도 챕터도 아님</translation>
    </message>
    <message>
      <source>blocks stand in a chapter, and only notes beneath notes</source>
      <translation>노트와 인용은 챕터 안에 두며, 노트 아래에는 노트만 둘 수 있습니다</translation>
    </message>
    <message>
      <source>bring back what is missing</source>
      <translation>빠진 것 다시 넣기</translation>
    </message>
    <message>
      <source>bring in</source>
      <translation>넣기</translation>
    </message>
    <message>
      <source>brought in</source>
      <translation>문서에 넣음</translation>
    </message>
    <message>
      <source>certain, {count} copies</source>
      <translation>확실 · 같은 내용 {count}곳</translation>
    </message>
    <message>
      <source>chapter {number}</source>
      <translation>챕터 {number}</translation>
    </message>
    <message>
      <source>chapter {number}, {title}</source>
      <translation>챕터 {number}, {title}</translation>
    </message>
    <message>
      <source>chapter {number}: {title}</source>
      <translation>챕터 {number}: {title}</translation>
    </message>
    <message>
      <source>chapters that begin in the same second as another, listed with it: {count}</source>
      <translation>다른 챕터와 같은 시각에 시작해 함께 적은 챕터: {count}개</translation>
    </message>
    <message>
      <source>chapters under 10 seconds, listed with the one before: {count}</source>
      <translation>10초보다 짧아 앞 챕터와 함께 적은 챕터: {count}개</translation>
    </message>
    <message>
      <source>chapters under 30 seconds: {count}</source>
      <translation>30초보다 짧은 챕터: {count}개</translation>
    </message>
    <message>
      <source>chapters without a time, not listed: {count}</source>
      <translation>시각이 없어 뺀 챕터: {count}개</translation>
    </message>
    <message>
      <source>choose the file of chunk {number}</source>
      <translation>청크 {number} 파일 고르기</translation>
    </message>
    <message>
      <source>chunk {chunk} is not part of the episode</source>
      <translation>청크 {chunk}: 이 에피소드에 없습니다</translation>
    </message>
    <message>
      <source>chunk {chunk} is part of the episode already</source>
      <translation>청크 {chunk}: 이미 에피소드에 있습니다</translation>
    </message>
    <message>
      <source>chunk {number}</source>
      <translation>청크 {number}</translation>
    </message>
    <message>
      <source>chunk {number}, line {line}</source>
      <translation>청크 {number}, {line}번째 줄</translation>
    </message>
    <message>
      <source>chunks {left} and {right}</source>
      <translation>청크 {left}·{right}</translation>
    </message>
    <message>
      <source>chunks {left} and {right} overlap here</source>
      <translation>청크 {left}·{right} 겹치는 곳</translation>
    </message>
    <message>
      <source>chunks {numbers}</source>
      <translation>청크 {numbers}</translation>
    </message>
    <message>
      <source>clock corrected</source>
      <translation>시각을 보정함</translation>
    </message>
    <message>
      <source>correct the clock</source>
      <translation>시각 보정</translation>
    </message>
    <message>
      <source>correct the sources</source>
      <translation>출처 고치기</translation>
    </message>
    <message>
      <source>decisions are taken over before anything else is decided; undo what you did, or start anew</source>
      <translation>결정을 가져오려면 아직 아무것도 결정하지 않았어야 합니다. 한 일을 실행 취소하거나 새로 시작하세요</translation>
    </message>
    <message>
      <source>different names: {left}, {right}</source>
      <translation>이름 다름: {left}, {right}</translation>
    </message>
    <message>
      <source>different numbers: {left}, {right}</source>
      <translation>숫자 다름: {left}, {right}</translation>
    </message>
    <message>
      <source>different speakers: {left}, {right}</source>
      <translation>화자 다름: {left}, {right}</translation>
    </message>
    <message>
      <source>dismiss</source>
      <translation>그대로 두기</translation>
    </message>
    <message>
      <source>dismissed</source>
      <translation>그대로 둠</translation>
    </message>
    <message>
      <source>dismissed: {reason}</source>
      <translation>그대로 둠: {reason}</translation>
    </message>
    <message>
      <source>draft</source>
      <translation>초안</translation>
    </message>
    <message>
      <source>drop</source>
      <translation>제외</translation>
    </message>
    <message>
      <source>dropped with a reason: {count}</source>
      <translation>이유를 달아 제외: {count}</translation>
    </message>
    <message>
      <source>dropped: {reason}</source>
      <translation>제외: {reason}</translation>
    </message>
    <message>
      <source>edit</source>
      <translation>편집</translation>
    </message>
    <message>
      <source>edit title and summary</source>
      <translation>제목과 요약 편집</translation>
    </message>
    <message>
      <source>edited</source>
      <translation>편집됨</translation>
    </message>
    <message>
      <source>edited: {count}</source>
      <translation>편집: {count}</translation>
    </message>
    <message>
      <source>give it a time</source>
      <translation>시각 넣기</translation>
    </message>
    <message>
      <source>headings in another language than the notes: {count} of {all}, first “{text}”</source>
      <translation>노트와 언어가 다른 제목: {all}개 중 {count}개, 첫 번째 “{text}”</translation>
    </message>
    <message>
      <source>in chapter {number}</source>
      <translation>챕터 {number}</translation>
    </message>
    <message>
      <source>in {chapter}</source>
      <translation>{chapter}</translation>
    </message>
    <message>
      <source>into another</source>
      <translation>다른 노트에</translation>
    </message>
    <message>
      <source>into {time} of {chunk}</source>
      <translation>{chunk}의 {time}에</translation>
    </message>
    <message>
      <source>it comes into chapter {number}</source>
      <translation>챕터 {number}에 들어갑니다</translation>
    </message>
    <message>
      <source>it comes into chapter {number}, at {time}</source>
      <translation>챕터 {number}의 {time}에 들어갑니다</translation>
    </message>
    <message>
      <source>it is all right so</source>
      <translation>그대로 두기로 함</translation>
    </message>
    <message>
      <source>it is joined with {note}</source>
      <translation>합쳐 넣은 노트: {note}</translation>
    </message>
    <message>
      <source>it is taken out of the document</source>
      <translation>문서에서 제외합니다</translation>
    </message>
    <message>
      <source>it moves {place}</source>
      <translation>옮길 자리: {place}</translation>
    </message>
    <message>
      <source>it says no, and none of the sources does</source>
      <translation>부정문이지만 원본은 모두 부정하지 않습니다</translation>
    </message>
    <message>
      <source>it says “{now}” where the sources say “{was}”</source>
      <translation>원본과 말이 다릅니다. 지금: “{now}”, 원본: “{was}”</translation>
    </message>
    <message>
      <source>it stands for {count} entries</source>
      <translation>항목 {count}개를 대표합니다</translation>
    </message>
    <message>
      <source>it stands {place} now</source>
      <translation>옮긴 자리: {place}</translation>
    </message>
    <message>
      <source>it tells something as planned, and none of the sources does</source>
      <translation>계획이라고 했지만 원본에는 그런 말이 없습니다</translation>
    </message>
    <message>
      <source>its folder is gone or cannot be reached</source>
      <translation>폴더가 없거나 접근할 수 없습니다</translation>
    </message>
    <message>
      <source>its time is before {time}, that of the note above it</source>
      <translation>시각이 바로 위 노트({time})보다 이릅니다</translation>
    </message>
    <message>
      <source>its time is before {time}, that of the note it belongs to</source>
      <translation>시각이 상위 노트({time})보다 이릅니다</translation>
    </message>
    <message>
      <source>its time is before {time}, that of the quote above it</source>
      <translation>시각이 바로 위 인용({time})보다 이릅니다</translation>
    </message>
    <message>
      <source>its words were edited</source>
      <translation>문구가 편집되었습니다</translation>
    </message>
    <message>
      <source>join chapters</source>
      <translation>챕터 합치기</translation>
    </message>
    <message>
      <source>join the notes</source>
      <translation>노트 합치기</translation>
    </message>
    <message>
      <source>keep both</source>
      <translation>둘 다 유지</translation>
    </message>
    <message>
      <source>kept apart</source>
      <translation>둘 다 유지</translation>
    </message>
    <message>
      <source>kept both</source>
      <translation>둘 다 유지</translation>
    </message>
    <message>
      <source>kept word for word: {count}</source>
      <translation>그대로 유지: {count}</translation>
    </message>
    <message>
      <source>leave one out</source>
      <translation>하나 빼기</translation>
    </message>
    <message>
      <source>leave out</source>
      <translation>넣지 않기</translation>
    </message>
    <message>
      <source>likely, {count} copies</source>
      <translation>유력 · 같은 내용 {count}곳</translation>
    </message>
    <message>
      <source>lost: {count}</source>
      <translation>누락: {count}</translation>
    </message>
    <message>
      <source>marked: what differs</source>
      <translation>강조: 다른 부분</translation>
    </message>
    <message>
      <source>marked: what they share</source>
      <translation>강조: 같은 부분</translation>
    </message>
    <message>
      <source>marked: what was changed</source>
      <translation>강조: 바뀐 부분</translation>
    </message>
    <message>
      <source>merge</source>
      <translation>병합</translation>
    </message>
    <message>
      <source>merge by hand</source>
      <translation>직접 병합</translation>
    </message>
    <message>
      <source>merge the copy of a chunk</source>
      <translation>반복된 청크 병합</translation>
    </message>
    <message>
      <source>merged</source>
      <translation>병합됨</translation>
    </message>
    <message>
      <source>merged into another: {count}</source>
      <translation>다른 항목에 병합: {count}</translation>
    </message>
    <message>
      <source>merged with the original</source>
      <translation>원래 청크와 병합함</translation>
    </message>
    <message>
      <source>move</source>
      <translation>옮기기</translation>
    </message>
    <message>
      <source>move the border of a chapter</source>
      <translation>챕터 경계 옮기기</translation>
    </message>
    <message>
      <source>no backup could be kept ({reason}); the session itself is safe</source>
      <translation>백업을 남길 수 없었습니다({reason}). 세션 자체는 안전합니다</translation>
    </message>
    <message>
      <source>no chunk holds this</source>
      <translation>어느 청크에도 없습니다</translation>
    </message>
    <message>
      <source>no note or quote from {start} to {end}</source>
      <translation>{start}–{end}에 노트도 인용도 없습니다</translation>
    </message>
    <message>
      <source>no note or quote from {start} to {end}; without notes in between: {chunks}</source>
      <translation>{start}–{end}에 노트도 인용도 없습니다. 그 사이의 노트 없는 청크: {chunks}</translation>
    </message>
    <message>
      <source>no notes were found in this folder; it should hold chunk_*.md, chunks/ or merge.prompt.txt</source>
      <translation>이 폴더에 노트가 없습니다. chunk_*.md, chunks/, merge.prompt.txt 가운데 하나가 있어야 합니다</translation>
    </message>
    <message>
      <source>no reason was given</source>
      <translation>이유 없음</translation>
    </message>
    <message>
      <source>not in any chunk</source>
      <translation>어느 청크에도 없음</translation>
    </message>
    <message>
      <source>not in the document</source>
      <translation>문서에 없음</translation>
    </message>
    <message>
      <source>not understood</source>
      <translation>해석 못 함</translation>
    </message>
    <message>
      <source>not used: {reason}</source>
      <translation>쓰지 않음: {reason}</translation>
    </message>
    <message>
      <source>not used; if it holds notes, give it by name</source>
      <translation>쓰지 않음. 노트가 들어 있다면 이름으로 지정하세요</translation>
    </message>
    <message>
      <source>notes are merged with notes, quotes with quotes</source>
      <translation>노트는 노트끼리, 인용은 인용끼리 병합합니다</translation>
    </message>
    <message>
      <source>notes can be nested {deepest} deep at most</source>
      <translation>노트는 {deepest}단계까지만 들여쓸 수 있습니다</translation>
    </message>
    <message>
      <source>notes moving along: {count}</source>
      <translation>함께 옮겨지는 노트: {count}개</translation>
    </message>
    <message>
      <source>notes moving up: {count}</source>
      <translation>한 단계 올라가는 노트: {count}개</translation>
    </message>
    <message>
      <source>notes stand before the first chapter heading</source>
      <translation>첫 챕터 제목보다 앞에 노트가 있습니다</translation>
    </message>
    <message>
      <source>nothing in the document stands for it</source>
      <translation>문서에 이에 해당하는 것이 없음</translation>
    </message>
    <message>
      <source>nothing is decided in it</source>
      <translation>결정한 것이 없습니다</translation>
    </message>
    <message>
      <source>numbers equal</source>
      <translation>숫자가 같음</translation>
    </message>
    <message>
      <source>of the chunk's notes {kept} of {all} are kept, {percent} % and not {least} %</source>
      <translation>청크의 노트 {all}개 중 {kept}개만 남았습니다({percent}%, 기준 {least}%)</translation>
    </message>
    <message>
      <source>one goes on with something new: {words}</source>
      <translation>한쪽은 새로운 내용으로 이어짐: {words}</translation>
    </message>
    <message>
      <source>one is contained in the other</source>
      <translation>한쪽이 다른 쪽에 들어 있음</translation>
    </message>
    <message>
      <source>one note of the chunk stands in the document twice</source>
      <translation>청크의 노트 하나가 문서에 두 번 있습니다</translation>
    </message>
    <message>
      <source>one says {left}, the other {right}</source>
      <translation>한쪽은 {left}, 다른 쪽은 {right}</translation>
    </message>
    <message>
      <source>one sentence with other words in it: {left}; {right}</source>
      <translation>같은 문장에 다른 말: {left}; {right}</translation>
    </message>
    <message>
      <source>only different items of one kind can be merged</source>
      <translation>서로 다른 같은 종류의 것만 병합할 수 있습니다</translation>
    </message>
    <message>
      <source>only notes and quotes have a time</source>
      <translation>시각은 노트와 인용에만 있습니다</translation>
    </message>
    <message>
      <source>only notes or quotes can be merged</source>
      <translation>노트나 인용만 병합할 수 있습니다</translation>
    </message>
    <message>
      <source>only one of them says no</source>
      <translation>한쪽만 부정함</translation>
    </message>
    <message>
      <source>only one of them speaks of something planned</source>
      <translation>한쪽만 계획을 말함</translation>
    </message>
    <message>
      <source>only quotes have a speaker</source>
      <translation>화자는 인용에만 있습니다</translation>
    </message>
    <message>
      <source>out of order</source>
      <translation>순서 어긋남</translation>
    </message>
    <message>
      <source>out of order by {time}</source>
      <translation>순서 어긋남 {time}</translation>
    </message>
    <message>
      <source>part the chapters</source>
      <translation>챕터 겹침 풀기</translation>
    </message>
    <message>
      <source>paste notes into chunk {number}</source>
      <translation>청크 {number}에 노트 붙여 넣기</translation>
    </message>
    <message>
      <source>players show chapters from three on; there are {count}</source>
      <translation>재생기는 챕터가 세 개 이상일 때 보여 줍니다. 지금 {count}개입니다</translation>
    </message>
    <message>
      <source>possible, {count} copies</source>
      <translation>의심 · 같은 내용 {count}곳</translation>
    </message>
    <message>
      <source>read as UTF-8; bytes that are not valid in it and are kept as they are: {count}</source>
      <translation>UTF-8로 읽음. 올바르지 않아 그대로 둔 바이트: {count}개</translation>
    </message>
    <message>
      <source>read as {encoding}, a guess; if the text looks wrong, save the file as UTF-8</source>
      <translation>{encoding} 인코딩으로 짐작해 읽음. 글이 깨져 보이면 파일을 UTF-8로 저장하세요</translation>
    </message>
    <message>
      <source>reload changed files</source>
      <translation>바뀐 파일 다시 읽기</translation>
    </message>
    <message>
      <source>remove what is neither summary nor chapter</source>
      <translation>요약도 챕터도 아닌 부분 제거</translation>
    </message>
    <message>
      <source>rename chapter</source>
      <translation>챕터 이름 바꾸기</translation>
    </message>
    <message>
      <source>replace “{text}” in 1 place</source>
      <translation>“{text}” 1곳 바꾸기</translation>
    </message>
    <message>
      <source>replace “{text}” in {count} places</source>
      <translation>“{text}” {count}곳 바꾸기</translation>
    </message>
    <message>
      <source>revise chunk</source>
      <translation>청크 새로 고침</translation>
    </message>
    <message>
      <source>same second</source>
      <translation>같은 시각</translation>
    </message>
    <message>
      <source>saving has stopped; save a copy elsewhere</source>
      <translation>저장이 멈췄습니다. 다른 곳에 사본을 저장하세요</translation>
    </message>
    <message>
      <source>set the speaker</source>
      <translation>화자 지정</translation>
    </message>
    <message>
      <source>set the speaker of {count} quotes</source>
      <translation>인용 {count}개의 화자 지정</translation>
    </message>
    <message>
      <source>split chapter</source>
      <translation>챕터 나누기</translation>
    </message>
    <message>
      <source>split the note</source>
      <translation>노트 나누기</translation>
    </message>
    <message>
      <source>stands there twice</source>
      <translation>두 번 있음</translation>
    </message>
    <message>
      <source>summary lines that are still drafts: {count}</source>
      <translation>아직 초안인 요약 줄: {count}개</translation>
    </message>
    <message>
      <source>suspected duplicate</source>
      <translation>중복 후보</translation>
    </message>
    <message>
      <source>take headings in the episode’s language</source>
      <translation>에피소드 언어의 제목 쓰기</translation>
    </message>
    <message>
      <source>take over 1 decision</source>
      <translation>결정 1건 가져오기</translation>
    </message>
    <message>
      <source>take over {count} decisions</source>
      <translation>결정 {count}건 가져오기</translation>
    </message>
    <message>
      <source>take the wording</source>
      <translation>문구 쓰기</translation>
    </message>
    <message>
      <source>the chapter begins at {first}, before {last}, the last note of the one before</source>
      <translation>챕터 시작 {first} — 앞 챕터의 마지막 노트({last})보다 이릅니다</translation>
    </message>
    <message>
      <source>the chapter has no title</source>
      <translation>챕터에 제목이 없습니다</translation>
    </message>
    <message>
      <source>the chapter has the number {stated} but is number {number}</source>
      <translation>챕터 번호가 맞지 않습니다. 쓰인 번호 {stated}, 실제 번호 {number}</translation>
    </message>
    <message>
      <source>the chunk is a copy of {original}</source>
      <translation>다른 청크와 똑같습니다: {original}</translation>
    </message>
    <message>
      <source>the chunk is empty</source>
      <translation>청크가 비어 있습니다</translation>
    </message>
    <message>
      <source>the closing {mark} of the chunks is missing; all to the end of the file was read</source>
      <translation>청크를 닫는 {mark} 표시가 없어 파일 끝까지 읽었습니다</translation>
    </message>
    <message>
      <source>the decisions do not fit the notes ({reason})</source>
      <translation>결정이 노트와 맞지 않습니다({reason})</translation>
    </message>
    <message>
      <source>the decisions were made for other notes, or for another version of them</source>
      <translation>다른 노트나 다른 판의 노트에 대한 결정입니다</translation>
    </message>
    <message>
      <source>the decisions were written by a newer Notestitch, which alone can read them</source>
      <translation>더 새로운 Notestitch에서 쓴 결정이라 그 버전에서만 읽을 수 있습니다</translation>
    </message>
    <message>
      <source>the disk gave back other bytes than were written; use another</source>
      <translation>디스크에서 읽은 내용이 쓴 것과 다릅니다. 다른 디스크를 쓰세요</translation>
    </message>
    <message>
      <source>the disk is full; make room or give another path</source>
      <translation>디스크가 가득 찼습니다. 공간을 비우거나 다른 경로를 지정하세요</translation>
    </message>
    <message>
      <source>the disk is full; make room, or save a copy elsewhere</source>
      <translation>디스크가 가득 찼습니다. 공간을 비우거나 다른 곳에 사본을 저장하세요</translation>
    </message>
    <message>
      <source>the document could not be written as PDF; choose another format</source>
      <translation>문서를 PDF로 쓸 수 없습니다. 다른 형식을 고르세요</translation>
    </message>
    <message>
      <source>the document has no chapter to put it in</source>
      <translation>문서에 넣을 챕터가 없습니다</translation>
    </message>
    <message>
      <source>the document has no title</source>
      <translation>문서에 제목이 없습니다</translation>
    </message>
    <message>
      <source>the document has {percent} % of the length of its notes, and not {least} %</source>
      <translation>문서 길이가 노트의 {percent}%입니다(기준 {least}%)</translation>
    </message>
    <message>
      <source>the document that the decisions begin with cannot be read</source>
      <translation>결정이 시작된 문서를 읽을 수 없습니다</translation>
    </message>
    <message>
      <source>the file cannot be read ({reason}); check its permissions</source>
      <translation>파일을 읽을 수 없습니다({reason}). 권한을 확인하세요</translation>
    </message>
    <message>
      <source>the file could not be written ({reason}); give another path</source>
      <translation>파일을 쓸 수 없습니다({reason}). 다른 경로를 지정하세요</translation>
    </message>
    <message>
      <source>the file exists; give another path, or say that it may be replaced</source>
      <translation>파일이 이미 있습니다. 다른 경로를 지정하거나 바꿔도 된다고 알려 주세요</translation>
    </message>
    <message>
      <source>the file is given twice; give each file once</source>
      <translation>같은 파일을 두 번 지정했습니다. 한 번씩만 지정하세요</translation>
    </message>
    <message>
      <source>the file is larger than 64 MB; give the notes alone, as text files</source>
      <translation>파일이 64MB보다 큽니다. 노트만 텍스트 파일로 지정하세요</translation>
    </message>
    <message>
      <source>the file is write-protected; give another path</source>
      <translation>파일이 쓰기 금지되어 있습니다. 다른 경로를 지정하세요</translation>
    </message>
    <message>
      <source>the file is written, but the disk did not confirm it ({reason}); check the disk</source>
      <translation>파일을 썼지만 디스크가 확인해 주지 않았습니다({reason}). 디스크를 점검하세요</translation>
    </message>
    <message>
      <source>the file was moved or removed</source>
      <translation>파일이 옮겨졌거나 지워졌습니다</translation>
    </message>
    <message>
      <source>the folder cannot be read ({reason}); check its permissions</source>
      <translation>폴더를 읽을 수 없습니다({reason}). 권한을 확인하세요</translation>
    </message>
    <message>
      <source>the folder does not exist; make it first or give another path</source>
      <translation>폴더가 없습니다. 먼저 만들거나 다른 경로를 지정하세요</translation>
    </message>
    <message>
      <source>the folder may not be written to; give another path</source>
      <translation>폴더에 쓸 수 없습니다. 다른 경로를 지정하세요</translation>
    </message>
    <message>
      <source>the format needs Qt, which cannot be loaded ({reason})</source>
      <translation>Qt가 필요한 형식이지만 Qt를 불러올 수 없습니다({reason})</translation>
    </message>
    <message>
      <source>the format tells of decisions; give the session that holds them</source>
      <translation>결정을 담는 형식입니다. 결정이 든 세션을 지정하세요</translation>
    </message>
    <message>
      <source>the format tells of the sources; name them with --sources</source>
      <translation>원본을 담는 형식입니다. --sources로 원본을 지정하세요</translation>
    </message>
    <message>
      <source>the heading is not written as “## Chapter N: Topic (MM:SS-MM:SS)”: {heading}</source>
      <translation>챕터 제목이 “## Chapter N: 주제 (MM:SS-MM:SS)” 형식이 아닙니다: {heading}</translation>
    </message>
    <message>
      <source>the last run did not end properly; steps of it that were recovered: {count}</source>
      <translation>지난번에 제대로 끝나지 않았습니다. 복구한 단계: {count}개</translation>
    </message>
    <message>
      <source>the last steps cannot be put together ({reason}); make room</source>
      <translation>마지막 단계를 합칠 수 없습니다({reason}). 공간을 비우세요</translation>
    </message>
    <message>
      <source>the list of recent sessions could not be written ({reason})</source>
      <translation>최근 세션 목록을 쓸 수 없습니다({reason})</translation>
    </message>
    <message>
      <source>the merge prompt and the chunk files differ in number ({prompt} and {files}); the files are used</source>
      <translation>병합 프롬프트의 청크: {prompt}개, 청크 파일: {files}개. 개수가 달라 파일을 씁니다</translation>
    </message>
    <message>
      <source>the name is longer than any file's; check the path</source>
      <translation>파일 이름이 될 수 없을 만큼 깁니다. 경로를 확인하세요</translation>
    </message>
    <message>
      <source>the name {now} is in none of the sources</source>
      <translation>이름 {now}: 원본에 없습니다</translation>
    </message>
    <message>
      <source>the name {now} is in none of the sources, which say {was}</source>
      <translation>이름 {now}: 원본에 없습니다. 원본: {was}</translation>
    </message>
    <message>
      <source>the new words cannot be understood ({reason})</source>
      <translation>바꿀 내용을 해석할 수 없습니다({reason})</translation>
    </message>
    <message>
      <source>the note has no time</source>
      <translation>노트에 시각이 없습니다</translation>
    </message>
    <message>
      <source>the note is in another language than the episode</source>
      <translation>노트가 에피소드와 다른 언어로 되어 있습니다</translation>
    </message>
    <message>
      <source>the note is not in the document</source>
      <translation>노트가 문서에 없습니다</translation>
    </message>
    <message>
      <source>the note was not found in any chunk</source>
      <translation>노트를 어느 청크에서도 찾지 못했습니다</translation>
    </message>
    <message>
      <source>the number {now} is in none of the sources</source>
      <translation>숫자 {now}: 원본에 없습니다</translation>
    </message>
    <message>
      <source>the number {now} is in none of the sources, which say {was}</source>
      <translation>숫자 {now}: 원본에 없습니다. 원본: {was}</translation>
    </message>
    <message>
      <source>the pattern cannot be understood ({reason})</source>
      <translation>정규식을 해석할 수 없습니다({reason})</translation>
    </message>
    <message>
      <source>the quote has no speaker</source>
      <translation>인용에 화자가 없습니다</translation>
    </message>
    <message>
      <source>the quote is in another language than the episode</source>
      <translation>인용이 에피소드와 다른 언어로 되어 있습니다</translation>
    </message>
    <message>
      <source>the quote is not in the document</source>
      <translation>인용이 문서에 없습니다</translation>
    </message>
    <message>
      <source>the quote stands in the document twice</source>
      <translation>인용이 문서에 두 번 있습니다</translation>
    </message>
    <message>
      <source>the quote stands on the wrong side of the note at {time}</source>
      <translation>인용과 {time} 노트의 앞뒤가 바뀌었습니다</translation>
    </message>
    <message>
      <source>the quote was not found in any chunk</source>
      <translation>인용을 어느 청크에서도 찾지 못했습니다</translation>
    </message>
    <message>
      <source>the range is reversed: {first}-{last}</source>
      <translation>시간 범위가 거꾸로입니다: {first}-{last}</translation>
    </message>
    <message>
      <source>the same thing is probably said {count} times</source>
      <translation>같은 내용이 {count}번 나오는 듯합니다</translation>
    </message>
    <message>
      <source>the same thing is said {count} times</source>
      <translation>같은 내용이 {count}번 나옵니다</translation>
    </message>
    <message>
      <source>the same thing may be said {count} times</source>
      <translation>같은 내용이 {count}번 나올 수도 있습니다</translation>
    </message>
    <message>
      <source>the section “{title}” is neither summary nor chapter</source>
      <translation>“{title}” 부분은 요약도 챕터도 아닙니다</translation>
    </message>
    <message>
      <source>the session cannot be read ({reason}); check its permissions</source>
      <translation>세션을 읽을 수 없습니다({reason}). 권한을 확인하세요</translation>
    </message>
    <message>
      <source>the session could not be written ({reason}); save a copy elsewhere</source>
      <translation>세션을 쓸 수 없습니다({reason}). 다른 곳에 사본을 저장하세요</translation>
    </message>
    <message>
      <source>the session file was damaged meanwhile; save a copy elsewhere</source>
      <translation>그사이 세션 파일이 손상되었습니다. 다른 곳에 사본을 저장하세요</translation>
    </message>
    <message>
      <source>the session file was moved or removed; put it back, or save a copy elsewhere</source>
      <translation>세션 파일이 옮겨졌거나 지워졌습니다. 되돌려 놓거나 다른 곳에 사본을 저장하세요</translation>
    </message>
    <message>
      <source>the session is being written all the time; open it again</source>
      <translation>세션에 계속 쓰고 있는 중입니다. 다시 여세요</translation>
    </message>
    <message>
      <source>the session is damaged and was left as it is; open its newest backup instead</source>
      <translation>세션이 손상되어 그대로 두었습니다. 대신 가장 최근 백업을 여세요</translation>
    </message>
    <message>
      <source>the session is in use, or was not closed properly; open it, or give another path</source>
      <translation>세션을 쓰고 있거나 제대로 닫히지 않았습니다. 세션을 열거나 다른 경로를 지정하세요</translation>
    </message>
    <message>
      <source>the session is larger than 1 GB; it cannot be opened</source>
      <translation>세션이 1GB보다 커서 열 수 없습니다</translation>
    </message>
    <message>
      <source>the session may not be written to; save a copy elsewhere</source>
      <translation>세션에 쓸 수 없습니다. 다른 곳에 사본을 저장하세요</translation>
    </message>
    <message>
      <source>the session was changed elsewhere since it was opened; save a copy, or open it again</source>
      <translation>연 뒤에 다른 곳에서 세션이 바뀌었습니다. 사본을 저장하거나 다시 여세요</translation>
    </message>
    <message>
      <source>the session was made by a newer Notestitch, which alone can read it</source>
      <translation>더 새로운 Notestitch에서 만든 세션이라 그 버전에서만 읽을 수 있습니다</translation>
    </message>
    <message>
      <source>the session's file or folder is write-protected; it can only be read here</source>
      <translation>세션 파일이나 폴더가 쓰기 금지되어 있습니다. 여기서는 읽을 수만 있습니다</translation>
    </message>
    <message>
      <source>the session's folder is gone or cannot be reached; save a copy elsewhere</source>
      <translation>세션 폴더가 없거나 접근할 수 없습니다. 다른 곳에 사본을 저장하세요</translation>
    </message>
    <message>
      <source>the source names the speaker: {speaker}</source>
      <translation>원본에 화자가 있습니다: {speaker}</translation>
    </message>
    <message>
      <source>the source says no, and this does not</source>
      <translation>원본은 부정하지만 여기서는 부정하지 않습니다</translation>
    </message>
    <message>
      <source>the source says {time}</source>
      <translation>원본과 다릅니다. 원본: {time}</translation>
    </message>
    <message>
      <source>the source tells something as planned, and this as done</source>
      <translation>원본에서는 계획인데 이미 한 일로 적었습니다</translation>
    </message>
    <message>
      <source>the speaker becomes {speaker}</source>
      <translation>바뀔 화자: {speaker}</translation>
    </message>
    <message>
      <source>the speaker is taken away</source>
      <translation>화자를 지웁니다</translation>
    </message>
    <message>
      <source>the speaker is {now}, but the source says {speaker}</source>
      <translation>화자가 다릅니다. 문서: {now}, 원본: {speaker}</translation>
    </message>
    <message>
      <source>the speaker of the quote is unknown: {speaker}</source>
      <translation>인용의 화자를 알 수 없습니다: {speaker}</translation>
    </message>
    <message>
      <source>the summary has 1 line</source>
      <translation>요약이 1줄이 됩니다</translation>
    </message>
    <message>
      <source>the summary has {count} lines</source>
      <translation>요약이 {count}줄이 됩니다</translation>
    </message>
    <message>
      <source>the system lets nobody make a file in that folder; give another path</source>
      <translation>시스템이 이 폴더에 파일을 만들지 못하게 합니다. 다른 경로를 지정하세요</translation>
    </message>
    <message>
      <source>the text after the closing {mark} was not read as notes</source>
      <translation>닫는 {mark} 뒤의 글은 노트로 읽지 않았습니다</translation>
    </message>
    <message>
      <source>the text begins or ends with a blank</source>
      <translation>글의 처음이나 끝에 공백이 있습니다</translation>
    </message>
    <message>
      <source>the text begins with a time in brackets; set it as the time of the item</source>
      <translation>글이 대괄호 안의 시각으로 시작합니다. 시각은 따로 지정하세요</translation>
    </message>
    <message>
      <source>the text has a line break; a note, quote or title is one line</source>
      <translation>글에 줄바꿈이 있습니다. 노트, 인용, 제목은 한 줄로 씁니다</translation>
    </message>
    <message>
      <source>the text holds half a character, which no file can keep; type it again</source>
      <translation>글에 깨진 문자가 있어 파일에 저장할 수 없습니다. 다시 입력하세요</translation>
    </message>
    <message>
      <source>the text is blank; drop the item instead</source>
      <translation>글이 비어 있습니다. 대신 제외하세요</translation>
    </message>
    <message>
      <source>the time becomes {time}</source>
      <translation>바뀔 시각: {time}</translation>
    </message>
    <message>
      <source>the time is missing; the source says {time}</source>
      <translation>시각이 없습니다. 원본: {time}</translation>
    </message>
    <message>
      <source>the time lies before the start or beyond what can be written</source>
      <translation>시각이 시작보다 앞이거나 쓸 수 있는 범위를 벗어납니다</translation>
    </message>
    <message>
      <source>the time {time} cannot be read</source>
      <translation>읽을 수 없는 시각입니다: {time}</translation>
    </message>
    <message>
      <source>the times of the chunk do not follow the chunk before it; {offset} would set them right</source>
      <translation>청크의 시각이 앞 청크와 이어지지 않습니다. {offset} 보정하면 맞습니다</translation>
    </message>
    <message>
      <source>the title becomes “{text}”</source>
      <translation>바뀔 제목: “{text}”</translation>
    </message>
    <message>
      <source>the title ends with a time range; ranges are computed, so leave it out</source>
      <translation>제목이 시간 범위로 끝납니다. 범위는 자동으로 계산하니 빼세요</translation>
    </message>
    <message>
      <source>the title is not the episode's, which is “{title}”</source>
      <translation>문서 제목이 에피소드 제목과 다릅니다. 에피소드 제목: “{title}”</translation>
    </message>
    <message>
      <source>the window began in mid-sentence</source>
      <translation>구간이 문장 중간에서 시작했습니다</translation>
    </message>
    <message>
      <source>the window ended in mid-sentence; no chunk with notes follows</source>
      <translation>구간이 문장 중간에서 끝났습니다. 뒤에 노트가 있는 청크가 없습니다</translation>
    </message>
    <message>
      <source>the window ended in mid-sentence; the continuation is missing, nothing for {gap} s</source>
      <translation>구간이 문장 중간에서 끝났습니다. 이어지는 내용이 없고 {gap}초 동안 비어 있습니다</translation>
    </message>
    <message>
      <source>the window ended in mid-sentence; the next chunk with notes goes on</source>
      <translation>구간이 문장 중간에서 끝났습니다. 노트가 있는 다음 청크로 이어집니다</translation>
    </message>
    <message>
      <source>the window ended in mid-sentence; where it goes on cannot be told without times</source>
      <translation>구간이 문장 중간에서 끝났습니다. 시각이 없어 어디로 이어지는지 알 수 없습니다</translation>
    </message>
    <message>
      <source>the words are the same</source>
      <translation>문구가 같음</translation>
    </message>
    <message>
      <source>the words become “{text}”</source>
      <translation>바뀔 문구: “{text}”</translation>
    </message>
    <message>
      <source>the words of the quote are not in the transcript</source>
      <translation>인용의 문구가 녹취록에 없습니다</translation>
    </message>
    <message>
      <source>their clocks differ by {seconds} s</source>
      <translation>두 청크의 시각 차이 {seconds}초</translation>
    </message>
    <message>
      <source>there are no chapters in it; give the finished document</source>
      <translation>챕터가 없습니다. 완성된 문서를 지정하세요</translation>
    </message>
    <message>
      <source>there are no notes in it, it is empty; give the notes</source>
      <translation>비어 있어 노트가 없습니다. 노트를 지정하세요</translation>
    </message>
    <message>
      <source>there are no notes in it; a note is a line like “- [12:34] …”</source>
      <translation>노트가 없습니다. 노트는 “- [12:34] …” 같은 줄입니다</translation>
    </message>
    <message>
      <source>there are no notes under the heading “{heading}”</source>
      <translation>“{heading}” 제목 아래에 노트가 없습니다</translation>
    </message>
    <message>
      <source>there are no notes, only the sign “{text}”</source>
      <translation>노트가 없고 “{text}” 기호만 있습니다</translation>
    </message>
    <message>
      <source>there are no notes, only this text: {text}</source>
      <translation>노트가 없고 이 글만 있습니다: {text}</translation>
    </message>
    <message>
      <source>there are {count} numbered summary lines, not exactly three</source>
      <translation>번호 붙은 요약 줄이 세 줄이 아니라 {count}줄입니다</translation>
    </message>
    <message>
      <source>there are {notes} notes in {minutes} minutes, and not {least}</source>
      <translation>{minutes}분에 노트가 {notes}개입니다(기준 {least}개)</translation>
    </message>
    <message>
      <source>there is 1 note in {minutes} minutes, and not {least}</source>
      <translation>{minutes}분에 노트가 1개입니다(기준 {least}개)</translation>
    </message>
    <message>
      <source>there is more than one merge prompt; give the one that is meant</source>
      <translation>병합 프롬프트가 여러 개입니다. 쓸 것 하나를 지정하세요</translation>
    </message>
    <message>
      <source>there is no backup of the session that can be read</source>
      <translation>읽을 수 있는 세션 백업이 없습니다</translation>
    </message>
    <message>
      <source>there is no chapter before the first</source>
      <translation>첫 챕터 앞에는 챕터가 없습니다</translation>
    </message>
    <message>
      <source>there is no chunk of that number; choose its file, or paste its notes</source>
      <translation>그 번호의 청크가 없습니다. 파일을 선택하거나 노트를 붙여넣으세요</translation>
    </message>
    <message>
      <source>there is no input; give a folder, a merge prompt or chunk files</source>
      <translation>입력이 없습니다. 폴더, 병합 프롬프트, 청크 파일 가운데 하나를 지정하세요</translation>
    </message>
    <message>
      <source>there is no such file or folder; check the path</source>
      <translation>파일이나 폴더가 없습니다. 경로를 확인하세요</translation>
    </message>
    <message>
      <source>there is no such session; check the path</source>
      <translation>세션이 없습니다. 경로를 확인하세요</translation>
    </message>
    <message>
      <source>these are one already</source>
      <translation>이미 하나입니다</translation>
    </message>
    <message>
      <source>they begin alike and go on otherwise: {left}; {right}</source>
      <translation>시작은 같지만 다르게 이어짐: {left}; {right}</translation>
    </message>
    <message>
      <source>this file is one of the inputs, which are never written; give another path</source>
      <translation>입력 파일에는 쓰지 않습니다. 다른 경로를 지정하세요</translation>
    </message>
    <message>
      <source>this holds no decisions; give a session, or what was exported of it</source>
      <translation>결정이 없습니다. 세션이나 세션에서 내보낸 결정 파일을 지정하세요</translation>
    </message>
    <message>
      <source>this is a finished document; give the notes that it was made from as well</source>
      <translation>완성된 문서입니다. 문서의 바탕이 된 노트도 함께 지정하세요</translation>
    </message>
    <message>
      <source>this is a folder; give one file</source>
      <translation>폴더입니다. 파일 하나를 지정하세요</translation>
    </message>
    <message>
      <source>this is a folder; give the path of a file in it</source>
      <translation>폴더입니다. 그 안의 파일 경로를 지정하세요</translation>
    </message>
    <message>
      <source>this is a prompt, not the notes of one chunk; choose the chunk's file</source>
      <translation>청크의 노트가 아니라 프롬프트입니다. 청크 파일을 고르세요</translation>
    </message>
    <message>
      <source>this is a session or another database; give the notes as text files</source>
      <translation>세션이나 다른 데이터베이스입니다. 노트를 텍스트 파일로 지정하세요</translation>
    </message>
    <message>
      <source>this is a transcript, not notes; give the notes that were made from it, chunk_*.md</source>
      <translation>노트가 아니라 녹취록입니다. 녹취록으로 만든 노트(chunk_*.md)를 지정하세요</translation>
    </message>
    <message>
      <source>this is neither a file nor a folder; give an ordinary file</source>
      <translation>파일도 폴더도 아닙니다. 일반 파일을 지정하세요</translation>
    </message>
    <message>
      <source>this is neither note nor quote: {text}</source>
      <translation>노트도 인용도 아닙니다: {text}</translation>
    </message>
    <message>
      <source>this is no file of decisions; it is no UTF-8 text</source>
      <translation>결정 파일이 아닙니다. UTF-8 텍스트가 아닙니다</translation>
    </message>
    <message>
      <source>this is no file of decisions; its first line does not say so</source>
      <translation>결정 파일이 아닙니다. 첫 줄에 그런 표시가 없습니다</translation>
    </message>
    <message>
      <source>this is no ordinary file; give the path of a file</source>
      <translation>일반 파일이 아닙니다. 파일 경로를 지정하세요</translation>
    </message>
    <message>
      <source>this is no session of Notestitch</source>
      <translation>Notestitch 세션이 아닙니다</translation>
    </message>
    <message>
      <source>this is no text file; give the notes as Markdown text</source>
      <translation>텍스트 파일이 아닙니다. 노트를 Markdown 텍스트로 지정하세요</translation>
    </message>
    <message>
      <source>this line is neither note nor quote: {text}</source>
      <translation>이 줄은 노트도 인용도 아닙니다: {text}</translation>
    </message>
    <message>
      <source>this line is no decision that is known</source>
      <translation>이 줄은 알 수 없는 결정입니다</translation>
    </message>
    <message>
      <source>this revision of a chunk is not as chunks are read</source>
      <translation>새 청크가 읽는 방식과 맞지 않습니다</translation>
    </message>
    <message>
      <source>times are written as {usual} and as {stamp}</source>
      <translation>시각 표기가 섞여 있습니다: {usual}, {stamp}</translation>
    </message>
    <message>
      <source>times are written in full-width signs: {stamp}</source>
      <translation>시각이 전각 문자로 쓰여 있습니다: {stamp}</translation>
    </message>
    <message>
      <source>titles over 40 characters: {count}</source>
      <translation>40자가 넘는 제목: {count}개</translation>
    </message>
    <message>
      <source>two entries cannot become one by a revision; merge them</source>
      <translation>청크를 새로 고쳐 두 항목을 하나로 만들 수는 없습니다. 병합하세요</translation>
    </message>
    <message>
      <source>two entries of a chunk begin in one line</source>
      <translation>청크의 두 항목이 한 줄에서 시작합니다</translation>
    </message>
    <message>
      <source>what was done in former runs cannot be undone: the log leads elsewhere; all is as it was</source>
      <translation>지난번까지 한 작업은 실행 취소할 수 없습니다. 기록이 서로 맞지 않으며, 내용은 그대로입니다</translation>
    </message>
    <message>
      <source>word for word as in its chunk</source>
      <translation>청크의 문구 그대로입니다</translation>
    </message>
    <message>
      <source>words of chunk {number} at {place}</source>
      <translation>{place}에 청크 {number}의 문구를 씁니다</translation>
    </message>
    <message>
      <source>would go into ↑ {time}</source>
      <translation>↑ {time}에 병합 예정</translation>
    </message>
    <message>
      <source>would go into ↓ {time}</source>
      <translation>↓ {time}에 병합 예정</translation>
    </message>
    <message>
      <source>your words at {place}</source>
      <translation>{place}에 직접 쓴 문구를 씁니다</translation>
    </message>
    <message>
      <source>{all} = {parts}</source>
      <translation>{all} = {parts}</translation>
    </message>
    <message>
      <source>{chunks}, {chunk}</source>
      <translation>{chunks}, {chunk}</translation>
    </message>
    <message>
      <source>{copy} is a copy of {original}, and both are in the document</source>
      <translation>똑같은 청크가 문서에 둘 다 있습니다: {original}, {copy}</translation>
    </message>
    <message>
      <source>{count} changes in one step</source>
      <translation>한 단계로 {count}가지를 바꿉니다</translation>
    </message>
    <message>
      <source>{count} chapters</source>
      <translation>챕터 {count}개</translation>
    </message>
    <message>
      <source>{count} characters</source>
      <translation>{count}자</translation>
    </message>
    <message>
      <source>{count} characters, rather long ({short} to {long} read well)</source>
      <translation>{count}자, 조금 깁니다(알맞은 길이 {short}–{long}자)</translation>
    </message>
    <message>
      <source>{count} characters, rather short ({short} to {long} read well)</source>
      <translation>{count}자, 조금 짧습니다(알맞은 길이 {short}–{long}자)</translation>
    </message>
    <message>
      <source>{count} chunks</source>
      <translation>청크 {count}개</translation>
    </message>
    <message>
      <source>{count} dropped</source>
      <translation>제외 {count}</translation>
    </message>
    <message>
      <source>{count} edited</source>
      <translation>편집 {count}</translation>
    </message>
    <message>
      <source>{count} kept</source>
      <translation>유지 {count}</translation>
    </message>
    <message>
      <source>{count} lost</source>
      <translation>누락 {count}</translation>
    </message>
    <message>
      <source>{count} merged</source>
      <translation>병합 {count}</translation>
    </message>
    <message>
      <source>{count} more</source>
      <translation>외 {count}개</translation>
    </message>
    <message>
      <source>{count} notes</source>
      <translation>노트 {count}개</translation>
    </message>
    <message>
      <source>{count} quotes</source>
      <translation>인용 {count}개</translation>
    </message>
    <message>
      <source>{count} times; first: {why}</source>
      <translation>{count}건, 첫 번째: {why}</translation>
    </message>
    <message>
      <source>{decided} of {total} decided</source>
      <translation>{total}건 중 {decided}건 결정함</translation>
    </message>
    <message>
      <source>{entry} is not an entry of the episode</source>
      <translation>에피소드에 없는 항목입니다: {entry}</translation>
    </message>
    <message>
      <source>{first}–{last}</source>
      <translation>{first}–{last}</translation>
    </message>
    <message>
      <source>{found} of {all} accounted for</source>
      <translation>항목 {all}개 중 {found}개 확인</translation>
    </message>
    <message>
      <source>{item} is not in the document</source>
      <translation>문서에 없습니다: {item}</translation>
    </message>
    <message>
      <source>{kind}</source>
      <translation>{kind}</translation>
    </message>
    <message>
      <source>{kind}: {count} not decided</source>
      <translation>{kind}: 미결정 {count}건</translation>
    </message>
    <message>
      <source>{left} of {total} left</source>
      <translation>{total}건 중 {left}건 남음</translation>
    </message>
    <message>
      <source>{left} of {total} left, {needed} until ready</source>
      <translation>{total}건 중 {left} 남음 · 준비까지 {needed}</translation>
    </message>
    <message>
      <source>{name}, line {line}</source>
      <translation>{name}, {line}번째 줄</translation>
    </message>
    <message>
      <source>{number}.</source>
      <translation>{number}.</translation>
    </message>
    <message>
      <source>{one} · {other}</source>
      <translation>{one} · {other}</translation>
    </message>
    <message>
      <source>{parts} + {part}</source>
      <translation>{parts} + {part}</translation>
    </message>
    <message>
      <source>{seconds} s apart</source>
      <translation>{seconds}초 차이</translation>
    </message>
    <message>
      <source>{shared} of {all} words shared</source>
      <translation>단어 {all}개 중 {shared}개 같음</translation>
    </message>
    <message>
      <source>{start}–{end}</source>
      <translation>{start}–{end}</translation>
    </message>
    <message>
      <source>{time}</source>
      <translation>{time}</translation>
    </message>
    <message>
      <source>{title}, decided: {why}</source>
      <translation>{title}, 결정함: {why}</translation>
    </message>
    <message>
      <source>{title}: {why}</source>
      <translation>{title}: {why}</translation>
    </message>
    <message>
      <source>{what}</source>
      <translation>{what}</translation>
    </message>
    <message>
      <source>{what} ({count})</source>
      <translation>{what}({count})</translation>
    </message>
    <message>
      <source>{what}, and 1 more difference</source>
      <translation>{what}. 그 밖에 다른 곳 1군데</translation>
    </message>
    <message>
      <source>{what}, and {count} more differences</source>
      <translation>{what}. 그 밖에 다른 곳 {count}군데</translation>
    </message>
    <message>
      <source>{who} works on the session since {since}; it can only be read here</source>
      <translation>{who} 님이 {since}부터 작업 중인 세션입니다. 여기서는 읽을 수만 있습니다</translation>
    </message>
    <message>
      <source>“{now}” is not in the source</source>
      <translation>“{now}” 부분이 원문에 없습니다</translation>
    </message>
    <message>
      <source>“{now}” stands where the source says “{was}”</source>
      <translation>원문의 “{was}” 자리에 “{now}”</translation>
    </message>
    <message>
      <source>“{speaker}” does not say who speaks</source>
      <translation>“{speaker}”만으로는 누가 말하는지 알 수 없습니다</translation>
    </message>
    <message>
      <source>“{was}” of the source is missing</source>
      <translation>원문의 “{was}” 부분이 없습니다</translation>
    </message>
  </context>
  <context>
    <name>dates</name>
    <message>
      <source>just now</source>
      <translation>방금</translation>
    </message>
    <message>
      <source>yesterday</source>
      <translation>어제</translation>
    </message>
    <message>
      <source>{count} h ago</source>
      <translation>{count}시간 전</translation>
    </message>
    <message>
      <source>{count} min ago</source>
      <translation>{count}분 전</translation>
    </message>
  </context>
  <context>
    <name>find</name>
    <message>
      <source>quote</source>
      <translation>인용</translation>
    </message>
  </context>
  <context>
    <name>formats</name>
    <message>
      <source>Chapters as WebVTT</source>
      <translation>WebVTT 챕터</translation>
    </message>
    <message>
      <source>Chapters for FFmpeg</source>
      <translation>FFmpeg 챕터</translation>
    </message>
    <message>
      <source>Chapters for Podcasting 2.0 (JSON)</source>
      <translation>Podcasting 2.0 챕터(JSON)</translation>
    </message>
    <message>
      <source>Chapters for a description (YouTube, Spotify, Apple)</source>
      <translation>설명란용 챕터(YouTube, Spotify, Apple)</translation>
    </message>
    <message>
      <source>Decisions, one a line (JSON lines)</source>
      <translation>한 줄에 하나씩 쓴 결정(JSON Lines)</translation>
    </message>
    <message>
      <source>Document with changes marked (CriticMarkup)</source>
      <translation>변경 표시가 있는 문서(CriticMarkup)</translation>
    </message>
    <message>
      <source>Document with its sources (JSON)</source>
      <translation>출처가 있는 문서(JSON)</translation>
    </message>
    <message>
      <source>Markdown</source>
      <translation>Markdown</translation>
    </message>
    <message>
      <source>PDF</source>
      <translation>PDF</translation>
    </message>
    <message>
      <source>Plain text</source>
      <translation>일반 텍스트</translation>
    </message>
    <message>
      <source>Podlove Simple Chapters (XML)</source>
      <translation>Podlove Simple Chapters(XML)</translation>
    </message>
    <message>
      <source>Report: what became of every entry (Markdown)</source>
      <translation>보고서: 모든 항목의 처리 결과(Markdown)</translation>
    </message>
    <message>
      <source>Web page (HTML)</source>
      <translation>웹 페이지(HTML)</translation>
    </message>
    <message>
      <source>Word processor (ODT)</source>
      <translation>워드 프로세서 문서(ODT)</translation>
    </message>
  </context>
  <context>
    <name>outline</name>
    <message>
      <source>Chapter {number}</source>
      <translation>챕터 {number}</translation>
    </message>
    <message>
      <source>{count} left</source>
      <translation>{count}건 남음</translation>
    </message>
  </context>
  <context>
    <name>panels</name>
    <message>
      <source>Evidence</source>
      <translation>근거</translation>
    </message>
    <message>
      <source>Find and replace</source>
      <translation>찾아 바꾸기</translation>
    </message>
    <message>
      <source>Ledger</source>
      <translation>장부</translation>
    </message>
    <message>
      <source>Notes as read</source>
      <translation>읽은 노트</translation>
    </message>
    <message>
      <source>Outline</source>
      <translation>개요</translation>
    </message>
    <message>
      <source>Preview</source>
      <translation>미리 보기</translation>
    </message>
    <message>
      <source>Review</source>
      <translation>검토</translation>
    </message>
    <message>
      <source>Rules</source>
      <translation>규칙</translation>
    </message>
    <message>
      <source>Summary</source>
      <translation>요약</translation>
    </message>
    <message>
      <source>Timeline</source>
      <translation>타임라인</translation>
    </message>
  </context>
  <context>
    <name>prompts</name>
    <message>
      <source>Change a quote?</source>
      <translation>인용을 바꿀까요?</translation>
    </message>
    <message>
      <source>Change quotes</source>
      <translation>인용 바꾸기</translation>
    </message>
    <message>
      <source>Close without saving</source>
      <translation>저장하지 않고 닫기</translation>
    </message>
    <message>
      <source>Export to</source>
      <translation>내보낼 위치</translation>
    </message>
    <message>
      <source>Files of this kind (*{suffix});;All files (*)</source>
      <translation>이 형식의 파일 (*{suffix});;모든 파일 (*)</translation>
    </message>
    <message>
      <source>It comes from the notes, and opens in another program.</source>
      <translation>노트에 있는 주소이며 다른 프로그램에서 열립니다.</translation>
    </message>
    <message>
      <source>Leave without saving</source>
      <translation>저장하지 않고 나가기</translation>
    </message>
    <message>
      <source>Not everything is saved</source>
      <translation>저장되지 않은 것이 있습니다</translation>
    </message>
    <message>
      <source>Notes and sessions (*.md *.txt *.markdown *.notestitch *.jsonl);;All files (*)</source>
      <translation>노트와 세션 (*.md *.txt *.markdown *.notestitch *.jsonl);;모든 파일 (*)</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>열기</translation>
    </message>
    <message>
      <source>Open a folder of chunks</source>
      <translation>청크 폴더 열기</translation>
    </message>
    <message>
      <source>Open notes</source>
      <translation>노트 열기</translation>
    </message>
    <message>
      <source>Open the address?</source>
      <translation>주소를 열까요?</translation>
    </message>
    <message>
      <source>Replace</source>
      <translation>바꾸기</translation>
    </message>
    <message>
      <source>Replace the file?</source>
      <translation>파일을 바꿀까요?</translation>
    </message>
    <message>
      <source>Save a copy…</source>
      <translation>사본 저장…</translation>
    </message>
    <message>
      <source>Save to</source>
      <translation>저장할 위치</translation>
    </message>
    <message>
      <source>Sessions (*.notestitch)</source>
      <translation>세션 (*.notestitch)</translation>
    </message>
    <message>
      <source>Something went wrong</source>
      <translation>문제가 생겼습니다</translation>
    </message>
    <message>
      <source>These are the speaker’s words. Change them?</source>
      <translation>화자가 한 말입니다. 바꿀까요?</translation>
    </message>
    <message>
      <source>What is changed is marked, and can be brought back. This is asked once for each episode.</source>
      <translation>바꾼 곳은 표시되며 되돌릴 수 있습니다. 에피소드마다 한 번만 묻습니다.</translation>
    </message>
    <message>
      <source>What is not saved will be lost. A copy elsewhere holds everything.</source>
      <translation>저장되지 않은 내용은 사라집니다. 다른 곳에 사본을 저장하면 모두 남습니다.</translation>
    </message>
    <message>
      <source>What it holds now will be lost; undo cannot bring it back.</source>
      <translation>지금 파일에 있는 내용은 사라지며 실행 취소로 되살릴 수 없습니다.</translation>
    </message>
  </context>
  <context>
    <name>queue</name>
    <message>
      <source>all right</source>
      <translation>그대로 둠</translation>
    </message>
    <message>
      <source>certain</source>
      <translation>확실</translation>
    </message>
    <message>
      <source>folded</source>
      <translation>접힘</translation>
    </message>
    <message>
      <source>kept both</source>
      <translation>둘 다 유지함</translation>
    </message>
    <message>
      <source>later</source>
      <translation>나중에</translation>
    </message>
    <message>
      <source>likely</source>
      <translation>유력</translation>
    </message>
    <message>
      <source>marked</source>
      <translation>표시됨</translation>
    </message>
    <message>
      <source>merged</source>
      <translation>병합함</translation>
    </message>
    <message>
      <source>not decided</source>
      <translation>미결정</translation>
    </message>
    <message>
      <source>possible</source>
      <translation>의심</translation>
    </message>
    <message>
      <source>{left} of {total} left</source>
      <translation>{total}건 중 {left}건 남음</translation>
    </message>
    <message>
      <source>{number} of {count}</source>
      <translation>{count}건 중 {number}번째</translation>
    </message>
    <message>
      <source>{total} decided</source>
      <translation>{total}건 결정함</translation>
    </message>
  </context>
  <context>
    <name>rows</name>
    <message>
      <source>Chapter</source>
      <translation>챕터</translation>
    </message>
    <message>
      <source>Chunk</source>
      <translation>청크</translation>
    </message>
    <message>
      <source>Kept apart</source>
      <translation>둘 다 유지됨</translation>
    </message>
    <message>
      <source>Line not understood</source>
      <translation>해석하지 못한 줄</translation>
    </message>
    <message>
      <source>Lost</source>
      <translation>누락됨</translation>
    </message>
    <message>
      <source>Merged</source>
      <translation>병합됨</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>노트</translation>
    </message>
    <message>
      <source>Nothing in this chunk</source>
      <translation>이 청크에 아무것도 없음</translation>
    </message>
    <message>
      <source>Other line</source>
      <translation>기타 줄</translation>
    </message>
    <message>
      <source>Out of order</source>
      <translation>순서 어긋남</translation>
    </message>
    <message>
      <source>Quote</source>
      <translation>인용</translation>
    </message>
    <message>
      <source>Summary</source>
      <translation>요약</translation>
    </message>
    <message>
      <source>Suspected duplicate</source>
      <translation>중복 후보</translation>
    </message>
    <message>
      <source>Suspected duplicate, this one stays</source>
      <translation>중복 후보, 이쪽이 남음</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>제목</translation>
    </message>
    <message>
      <source>draft</source>
      <translation>초안</translation>
    </message>
    <message>
      <source>edited</source>
      <translation>편집됨</translation>
    </message>
    <message>
      <source>… 1 more character</source>
      <translation>… 1자 더</translation>
    </message>
    <message>
      <source>… {count} more characters</source>
      <translation>… {count}자 더</translation>
    </message>
  </context>
  <context>
    <name>surface</name>
    <message>
      <source>Bring this into the merged notes (Alt+Right)</source>
      <translation>병합 결과에 넣기 (Alt+오른쪽)</translation>
    </message>
    <message>
      <source>Chunks</source>
      <translation>청크</translation>
    </message>
    <message>
      <source>Edit this (Enter)</source>
      <translation>편집 (Enter)</translation>
    </message>
    <message>
      <source>Links between chunks and merged notes</source>
      <translation>청크와 병합 결과의 연결</translation>
    </message>
    <message>
      <source>Merge this into the note that stays</source>
      <translation>남는 노트에 병합</translation>
    </message>
    <message>
      <source>Merged</source>
      <translation>병합 결과</translation>
    </message>
    <message>
      <source>Rename the chapter (F2)</source>
      <translation>챕터 이름 바꾸기 (F2)</translation>
    </message>
    <message>
      <source>Show where this went (F12)</source>
      <translation>어디로 갔는지 보기 (F12)</translation>
    </message>
  </context>
  <context>
    <name>timeline</name>
    <message>
      <source>Chapter {number} begins at {time}; 1 note with what belongs to it moves to chapter {to}</source>
      <translation>챕터 {number} 시작 {time} · 챕터 {to}에 들어갈 노트 1개와 딸린 내용</translation>
    </message>
    <message>
      <source>Chapter {number} begins at {time}; {count} notes and what belongs to them move to chapter {to}</source>
      <translation>챕터 {number} 시작 {time} · 챕터 {to}에 들어갈 노트 {count}개와 딸린 내용</translation>
    </message>
    <message>
      <source>and {count} more</source>
      <translation>외 {count}개</translation>
    </message>
  </context>
</TS>
