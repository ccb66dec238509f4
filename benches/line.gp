# One line: pain by day.
# usage: gnuplot -e "csv='FILE'; out='FILE'; kind='svg'|'png'|'pdf'" line.gp
if (kind eq 'svg') { set terminal svg size 960,600 font 'sans,12' }
if (kind eq 'png') { set terminal pngcairo size 1920,1200 font 'sans,24' }
if (kind eq 'pdf') { set terminal pdfcairo size 10in,6.25in font 'sans,12' }
set output out
set datafile separator ','
set xdata time
set timefmt '%Y-%m-%d'
set format x '%b %Y'
set yrange [0:10]
set ylabel 'Pain score, 0-10'
unset key
plot csv using 1:2 every ::1 with lines
